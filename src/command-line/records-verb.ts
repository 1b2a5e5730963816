import { isDate } from "../rules/dates.ts";
import { dayOf } from "../platform/clock.ts";
import { countDue } from "../records/due-store.ts";
import { keptVersions } from "../records/erase-due.ts";
import { chosenCouncil, readOptions } from "./operator.ts";
import type { ExitCode, OperatorTools } from "./operator.ts";

export const RECORDS_USE = ["records due [--by YYYY-MM-DD] [--council COUNCIL]"];

/** `records due`: how many closed cases of each service will have lost what is personal by a day, today unless told, and how many a hold keeps. */
export async function recordsVerb(tools: OperatorTools, words: readonly string[]): Promise<ExitCode> {
  const [verb, ...rest] = words;
  const read = readOptions(tools, rest, ["by", "council"]);
  const council = read && chosenCouncil(tools, read.options.get("council"));
  if (council === undefined || read === undefined) return 1;
  const day = read.options.get("by") ?? dayOf(tools.clock.now());
  if (verb !== "due" || !isDate(day)) {
    for (const line of verb === "due" ? ["Write a day after --by, like 2027-03-31"] : RECORDS_USE) tools.complain(line);
    return 1;
  }
  const versions = await keptVersions(tools.database, tools.councils, council.id);
  const counts = await countDue(tools.database, council.id, { teams: [...council.teams.keys()], versions, day });
  for (const { service, cases, held } of counts) tools.say(`${service}  ${cases} due by ${day}, ${held} of them kept by a hold`);
  if (counts.length === 0) tools.say(`No case is due by ${day}.`);
  return 0;
}
