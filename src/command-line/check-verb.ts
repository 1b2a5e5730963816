import type { Finding } from "../definition/service.ts";
import type { ExitCode } from "./operator.ts";
import { findingLines, tally, textsOf } from "./print-finding.ts";
import { sarifLog } from "./sarif.ts";
import type { Desk, Verb } from "./verb.ts";
import { choose, openWorkspace } from "./workspace.ts";
import type { Checked } from "./workspace.ts";

/** `check`: looks through definitions and says what is wrong, where, and what to do. */
export const CHECK: Verb = {
  about: "Look for mistakes in all services, or in those that you name.",
  use: ["check", "check SERVICE ...", "check FILE ...", "check --strict", "check --json", "check --sarif"],
  run: check,
};

const OPTIONS: readonly string[] = ["--strict", "--json", "--sarif"];

async function check(desk: Desk, words: readonly string[]): Promise<ExitCode> {
  const names = words.filter((word) => !OPTIONS.includes(word));
  const option = names.find((name) => name.startsWith("-"));
  if (option !== undefined) return refuse(desk, `check has no option ${option}. It has ${OPTIONS.join(", ")}.`);
  if (words.includes("--json") && words.includes("--sarif")) return refuse(desk, "Say --json or --sarif, not both.");
  const workspace = await openWorkspace(desk.root);
  const choice = await choose(workspace, desk.root, names);
  if (!choice.ok) return refuse(desk, choice.why);
  const findings = [...(names.length === 0 ? workspace.findings : []), ...choice.checked.flatMap((one) => one.compilation.findings)];
  const distinct = [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
  if (words.includes("--json")) desk.say(JSON.stringify(distinct, null, 2));
  else if (words.includes("--sarif")) desk.say(sarifLog(distinct));
  else report(desk, distinct, choice.checked);
  return distinct.some(({ severity }) => fails(severity, words.includes("--strict"))) ? 1 : 0;
}

/** Advice never fails: it is a matter of taste. */
function fails(severity: Finding["severity"], strict: boolean): boolean {
  return severity === "error" || (strict && severity === "warning");
}

function report(desk: Desk, findings: readonly Finding[], checked: readonly Checked[]): void {
  const texts = new Map(checked.flatMap((one) => [...textsOf(one.definition)]));
  for (const finding of findings) for (const line of findingLines(finding, texts.get(finding.file))) desk.say(line);
  const count = new Set(checked.map((one) => one.file.name)).size;
  desk.say(`${count} ${count === 1 ? "definition" : "definitions"}: ${tally(findings)}.`);
}

function refuse(desk: Desk, why: string): ExitCode {
  desk.complain(why);
  return 1;
}
