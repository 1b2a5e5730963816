import { benchComponents } from "../components.ts";
import { benchDefinition } from "../definition.ts";
import type { Part, Plan, Row } from "../row.ts";
import { whole } from "../row.ts";
import { benchRules } from "../rules.ts";

async function run(plan: Plan): Promise<readonly Row[]> {
  plan.say("code: rules, components, compiling");
  return [...benchRules(), ...benchComponents(), ...benchDefinition()].map(({ name, perSecond }) => ({
    what: `${name}, a second`,
    figure: whole(perSecond),
  }));
}

export const code: Part = {
  name: "code",
  how: "Rules run, pages written and definitions compiled in one thread, as often as goes in a fixed time, after warming up.",
  run,
};
