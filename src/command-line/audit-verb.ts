import { audit } from "../records/audit.ts";
import { chosenCouncil, readOptions } from "./operator.ts";
import type { ExitCode, OperatorTools } from "./operator.ts";

export const AUDIT_USE = ["audit verify [--council COUNCIL]"];

/** `audit verify`: reads the history of every case, of one council or of all, and names each case and event that does not fit. */
export async function auditVerb(tools: OperatorTools, words: readonly string[]): Promise<ExitCode> {
  const [verb, ...rest] = words;
  const read = readOptions(tools, rest, ["council"]);
  if (read === undefined) return 1;
  if (verb !== "verify" || read.words.length > 0) {
    for (const line of AUDIT_USE) tools.complain(line);
    return 1;
  }
  const named = read.options.get("council");
  const one = named === undefined ? undefined : chosenCouncil(tools, named);
  if (named !== undefined && one === undefined) return 1;
  let faults = 0;
  for (const council of one === undefined ? tools.councils.all() : [one]) faults += await verify(tools, council);
  return faults === 0 ? 0 : 1;
}

async function verify(tools: OperatorTools, { id, name }: { readonly id: string; readonly name: string }): Promise<number> {
  const { cases, events, faults } = await audit(tools.database, id, (fault) => {
    tools.complain(`${id} ${fault.case}${fault.event === undefined ? "" : `, event ${fault.event}`}: ${fault.says}`);
  });
  const what = `${name}: ${cases} ${cases === 1 ? "case" : "cases"} and ${events} events read.`;
  tools.say(`${what} ${faults === 0 ? "Every event is as it was written." : `What does not fit: ${faults}.`}`);
  return faults;
}
