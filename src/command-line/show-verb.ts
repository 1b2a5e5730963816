import { oneService } from "./one-service.ts";
import type { ExitCode } from "./operator.ts";
import { serviceLines } from "./show-service.ts";
import type { Desk, Verb } from "./verb.ts";

/** `show`: prints a service as text. */
export const SHOW: Verb = {
  about: "Print a service as readable text: what is asked under which rules, its stages, deadlines, fee and messages.",
  use: ["show SERVICE"],
  run: show,
};

async function show(desk: Desk, words: readonly string[]): Promise<ExitCode> {
  const chosen = await oneService(desk, "show", words);
  if (chosen === undefined) return 1;
  for (const line of serviceLines(chosen.service)) desk.say(line);
  return 0;
}
