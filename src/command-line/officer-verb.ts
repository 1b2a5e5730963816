import { createOfficer, officerEmail, officersOf } from "../people/officers.ts";
import { passwordProblem } from "../people/password-rule.ts";
import type { Council } from "../councils/council.ts";
import { chosenCouncil, chosenNames, readOptions } from "./operator.ts";
import type { ExitCode, OperatorTools } from "./operator.ts";

export const OFFICER_USE = [
  "officer add EMAIL --name NAME --roles ROLE,ROLE [--teams TEAM,TEAM] [--council COUNCIL]   add an officer; the password is the first line of input, or one is made and shown",
  "officer list [--council COUNCIL]                                                          list a council's officers",
];

const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** `officer add` and `officer list`. `words` are those after `officer`. */
export async function officerVerb(tools: OperatorTools, words: readonly string[]): Promise<ExitCode> {
  const [verb, ...rest] = words;
  const read = readOptions(tools, rest, ["name", "roles", "teams", "council"]);
  if (read === undefined) return 1;
  const council = chosenCouncil(tools, read.options.get("council"));
  if (council === undefined) return 1;
  if (verb === "add") return add(tools, council, read.words[0], read.options);
  if (verb === "list") return list(tools, council);
  for (const line of OFFICER_USE) tools.complain(line);
  return 1;
}

async function add(
  tools: OperatorTools,
  council: Council,
  email: string | undefined,
  options: ReadonlyMap<string, string>,
): Promise<ExitCode> {
  const roles = chosenNames(tools, options.get("roles"), "role", [...council.roles.keys()]);
  const teams = chosenNames(tools, options.get("teams"), "team", [...council.teams.keys()]);
  const name = options.get("name")?.trim() ?? "";
  if (roles === undefined || teams === undefined) return 1;
  if (email === undefined || !EMAIL.test(email)) return refuse(tools, "Write the officer's email address after officer add");
  if (name === "") return refuse(tools, "Write the officer's name with --name");
  if (roles.length === 0) return refuse(tools, `Write at least one role with --roles: ${[...council.roles.keys()].join(", ")}`);
  const typed = await tools.readLine();
  const password = typed ?? oneTimePassword(tools);
  const problem = passwordProblem(password, [name, email.split("@", 1)[0] ?? "", council.place]);
  if (problem !== undefined) return refuse(tools, problem);
  const added = await createOfficer(tools, council.id, { email, name, password, roles, teams }, tools.clock.now());
  if (!added.ok) return refuse(tools, `There is an officer with the email ${officerEmail(email)} already`);
  tools.say(`Added ${name} (${added.officer.email}) to ${council.name}.`);
  if (typed === undefined) tools.say(`Password, shown only now: ${password}`);
  return 0;
}

function refuse(tools: OperatorTools, why: string): ExitCode {
  tools.complain(why);
  return 1;
}

/** 100 bits in five groups of letters and digits that can't be mistaken for one another. */
function oneTimePassword(tools: OperatorTools): string {
  const letters = "0123456789abcdefghjkmnpqrstvwxyz";
  const text = Array.from(tools.ids.bytes(20), (byte) => letters[byte % 32] ?? "").join("");
  return (text.match(/.{4}/g) ?? []).join("-");
}

async function list(tools: OperatorTools, council: Council): Promise<ExitCode> {
  const officers = await officersOf(tools.database, council.id);
  for (const { email, name, roles, teams, disabled } of officers) {
    tools.say([email, name, roles.join(","), teams.join(",") || "no team", ...(disabled ? ["disabled"] : [])].join("  "));
  }
  if (officers.length === 0) tools.say(`${council.name} has no officers. Add one with officer add.`);
  return 0;
}
