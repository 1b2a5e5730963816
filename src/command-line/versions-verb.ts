import type { Act } from "../councils/act.ts";
import { actsOf } from "../councils/act-store.ts";
import { actInWords, fateOf } from "../councils/act-words.ts";
import type { Council } from "../councils/council.ts";
import { publishedVersions } from "../councils/definition-store.ts";
import { officerNames } from "../people/officer-names.ts";
import { londonText } from "../platform/london-time.ts";
import { chosenCouncil, readOptions } from "./operator.ts";
import type { ExitCode, OperatorTools } from "./operator.ts";

export const VERSIONS_USE = ["versions [SERVICE] [--council COUNCIL]   with a service named, also its history"];

/** `versions`: the published versions of a council's services, which of them is live, and who decided so. */
export async function versionsVerb(tools: OperatorTools, words: readonly string[]): Promise<ExitCode> {
  const read = readOptions(tools, words, ["council"]);
  const council = read && chosenCouncil(tools, read.options.get("council"));
  if (read === undefined || council === undefined) return 1;
  const [service, more] = read.words;
  if (more !== undefined) return refuse(tools, "Name one service after versions, or none for all.");
  const all = await publishedVersions(tools.database, council.id);
  const found = all.filter((row) => service === undefined || row.service === service);
  if (found.length === 0) {
    const services = [...new Set(all.map((row) => row.service))].join(", ");
    return refuse(tools, `${council.name} has published no ${service ?? "service"}. It has published ${services || "nothing"}.`);
  }
  for (const row of found) {
    const live = tools.councils.service(council.id, row.service)?.version === row.version;
    tools.say(`${row.service}@${row.version}${live ? "  live" : ""}`);
  }
  for (const name of new Set(found.map((row) => row.service)))
    if (tools.councils.withdrawn(council.id, name) !== undefined) tools.say(`${name} is withdrawn`);
  if (service !== undefined) for (const line of await historyLines(tools, council, service)) tools.say(line);
  return 0;
}

async function historyLines(tools: OperatorTools, council: Council, service: string): Promise<readonly string[]> {
  const acts = (await actsOf(tools.database, council.id)).filter((act) => act.service === service);
  const names = await officerNames(
    tools.database,
    council.id,
    acts.flatMap(({ officer }) => officer ?? []),
  );
  return ["", "History", ...acts.map((act) => historyLine(act, acts, names, tools.clock.now()))];
}

function historyLine(act: Act, acts: readonly Act[], names: ReadonlyMap<string, string>, now: Date): string {
  const fate = fateOf(act, acts, now);
  const when = fate === "done" ? "" : `, ${fate === "took effect" ? "from" : `${fate} for`} ${londonText(act.at)}`;
  const who = { officer: names.get(act.officer ?? "") ?? "an officer", operator: "the command line", file: "the file" }[act.by];
  return `${act.number}. ${londonText(act.madeAt)}  ${actInWords(act)}${when}, by ${who}${act.reason === "" ? "" : `: ${act.reason}`}`;
}

function refuse(tools: OperatorTools, why: string): ExitCode {
  tools.complain(why);
  return 1;
}
