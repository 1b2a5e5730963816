import { benchComponents } from "../components.ts";
import { benchDefinition } from "../definition.ts";
import type { Part, Plan, Row } from "../row.ts";
import { whole } from "../row.ts";

async function run(plan: Plan): Promise<readonly Row[]> {
  plan.say("code: components, compiling");
  return [...benchComponents(), ...benchDefinition()].map(({ name, perSecond }) => ({
    what: `${name}, a second`,
    figure: whole(perSecond),
  }));
}

export const code: Part = {
  name: "code",
  how: "Pages written and definitions compiled in one thread, as often as goes in a fixed time, after warming up: the texts of the rules have been read before, as those of a council that takes a service of the shelf have.",
  run,
};
