import { fewestDays } from "../councils/fewest-days.ts";
import { measureStore } from "../measures/measure-store.ts";
import { dayOf } from "../platform/clock.ts";
import { chosenCouncil, readOptions } from "./operator.ts";
import type { ExitCode, OperatorTools } from "./operator.ts";

export const FIGURES_USE = ["figures rebuild [--council COUNCIL]"];

/** `figures rebuild`: counts a council's figures again from its events, and those of its journeys as far back as drafts are kept. */
export async function figuresVerb(tools: OperatorTools, words: readonly string[]): Promise<ExitCode> {
  const [verb, ...rest] = words;
  const read = readOptions(tools, rest, ["council"]);
  const council = read && chosenCouncil(tools, read.options.get("council"));
  if (council === undefined) return 1;
  if (verb !== "rebuild") {
    for (const line of FIGURES_USE) tools.complain(line);
    return 1;
  }
  const days = fewestDays(tools.councils, council.id, (plan) => plan.days);
  const from = dayOf(new Date(tools.clock.now().getTime() - (days - 1) * 86_400_000));
  const wrong = await measureStore(tools.database).rebuild(council.id, from);
  tools.say(wrong === 0 ? "Every figure was right." : `Put ${wrong} figures right.`);
  return 0;
}
