import { publishedVersions } from "../councils/definition-store.ts";
import { chosenCouncil, readOptions } from "./operator.ts";
import type { ExitCode, OperatorTools } from "./operator.ts";

export const VERSIONS_USE = ["versions [SERVICE] [--council COUNCIL]"];

/** `versions`: the published versions of a council's services, and which of them is live. */
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
  return 0;
}

function refuse(tools: OperatorTools, why: string): ExitCode {
  tools.complain(why);
  return 1;
}
