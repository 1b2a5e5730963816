import { API_RIGHTS, apiKeysOf, createApiKey, isApiRight, revokeApiKey } from "../people/api-keys.ts";
import type { Council } from "../councils/council.ts";
import { isUuid } from "../platform/ids.ts";
import { chosenCouncil, chosenNames, readOptions } from "./operator.ts";
import type { ExitCode, OperatorTools } from "./operator.ts";

export const KEY_USE = [
  "key add NAME --rights RIGHT,RIGHT [--services SERVICE,SERVICE] [--council COUNCIL]   make an API key and show it once",
  "key list [--council COUNCIL]                            list a council's keys",
  "key revoke ID [--council COUNCIL]                       stop a key from working, within a second",
];

/** `key add`, `key list` and `key revoke`. `words` are those after `key`. */
export async function keyVerb(tools: OperatorTools, words: readonly string[]): Promise<ExitCode> {
  const [verb, ...rest] = words;
  const read = readOptions(tools, rest, ["rights", "services", "council"]);
  if (read === undefined) return 1;
  const council = chosenCouncil(tools, read.options.get("council"));
  if (council === undefined) return 1;
  if (verb === "add") return add(tools, council, read.words.join(" ").trim(), read.options);
  if (verb === "list") return list(tools, council);
  if (verb === "revoke") return revoke(tools, council, read.words[0]);
  for (const line of KEY_USE) tools.complain(line);
  return 1;
}

async function add(tools: OperatorTools, council: Council, name: string, options: ReadonlyMap<string, string>): Promise<ExitCode> {
  const rights = chosenNames(tools, options.get("rights"), "right", Object.keys(API_RIGHTS));
  const services = chosenNames(tools, options.get("services"), "service", council.services);
  if (rights === undefined || services === undefined) return 1;
  if (name === "") return refuse(tools, "Write what the key is for after key add");
  if (rights.length === 0) return refuse(tools, `Write at least one right with --rights: ${Object.keys(API_RIGHTS).join(", ")}`);
  const { key, text } = await createApiKey(
    tools,
    { council: council.id, name, rights: rights.filter(isApiRight), services: services.length === 0 ? null : services },
    tools.clock.now(),
  );
  tools.say(`Made the key ${key.id} for ${name} at ${council.name}.`);
  tools.say(`Key, shown only now: ${text}`);
  return 0;
}

async function list(tools: OperatorTools, council: Council): Promise<ExitCode> {
  const keys = await apiKeysOf(tools.database, council.id);
  for (const { id, name, rights, services, revokedAt } of keys)
    tools.say(
      [id, name, rights.join(","), ...(services ? [services.join(",")] : []), ...(revokedAt === null ? [] : ["revoked"])].join("  "),
    );
  if (keys.length === 0) tools.say(`${council.name} has no API keys. Make one with key add.`);
  return 0;
}

async function revoke(tools: OperatorTools, council: Council, id: string | undefined): Promise<ExitCode> {
  if (!isUuid(id)) return refuse(tools, "Write the key's id after key revoke. key list shows it");
  if (!(await revokeApiKey(tools.database, council.id, id, tools.clock.now())))
    return refuse(tools, `There is no working key ${id} at ${council.name}`);
  tools.say(`Revoked the key ${id}.`);
  return 0;
}

function refuse(tools: OperatorTools, why: string): ExitCode {
  tools.complain(why);
  return 1;
}
