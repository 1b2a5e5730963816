import type { ExitCode } from "./operator.ts";
import { findingLines } from "./print-finding.ts";
import { serviceLines } from "./show-service.ts";
import type { Desk, Verb } from "./verb.ts";
import { choose, openWorkspace } from "./workspace.ts";

/** `show`: prints a service as text. */
export const SHOW: Verb = {
  about: "Print a service as readable text: what is asked under which rules, its stages, deadlines, fee and messages.",
  use: ["show SERVICE"],
  run: show,
};

async function show(desk: Desk, words: readonly string[]): Promise<ExitCode> {
  const workspace = await openWorkspace(desk.root);
  if (words.length !== 1) {
    desk.complain(`Name one service after show: ${[...new Set(workspace.checked.map((one) => one.service))].join(", ")}`);
    return 1;
  }
  const choice = await choose(workspace, desk.root, words);
  const one = choice.ok ? choice.checked[0] : undefined;
  if (!choice.ok || one === undefined) {
    desk.complain(choice.ok ? "There is nothing to show." : choice.why);
    return 1;
  }
  if (one.compilation.ok) for (const line of serviceLines(one.compilation.service)) desk.say(line);
  else for (const finding of one.compilation.findings) for (const line of findingLines(finding, one.file.text)) desk.complain(line);
  return one.compilation.ok ? 0 : 1;
}
