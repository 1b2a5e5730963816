import { createHash } from "node:crypto";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import { withNewKeys } from "./former-keys.ts";
import type { DefinitionFile } from "./load-council.ts";
import { linksOf, readRegisters } from "./register-store.ts";
import type { RegisterLinks } from "./register-store.ts";

const versionsStatement = statement(
  "definition-versions",
  "select service, version, hash from definitions where council = $1 order by service, version",
);
const readStatement = statement(
  "definition-read",
  "select source, fragments, registers from definitions where council = $1 and service = $2 and version = $3",
);

/** A published version, without its text. */
export interface VersionRow {
  readonly service: string;
  readonly version: number;
  readonly hash: string;
}

/** What makes two definitions the same: the text, the text of the fragments it names and the rows of its registers. SHA-256, hex. */
export function definitionHash({ file, fragments, registers }: DefinitionFile): string {
  const parts = [...fragments].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, fragment]) => [name, fragment.text]);
  const links = Object.entries(linksOf(registers)).map(([name, { declaration, hash }]) => [name, declaration, hash]);
  // A definition that names no register has the hash it had before there were any.
  const all = links.length === 0 ? [file.text, parts] : [file.text, parts, links];
  return createHash("sha256").update(JSON.stringify(all)).digest("hex");
}

/** Every published version of a council's services, the oldest first within each. */
export async function publishedVersions(database: Queries, council: string): Promise<readonly VersionRow[]> {
  return database.query<VersionRow>(versionsStatement, [council]);
}

interface VersionText {
  readonly source: string;
  readonly fragments: Readonly<Record<string, string>>;
  readonly registers: RegisterLinks;
}

/** The text of a published version and its fragments; undefined when there is none. */
export async function readDefinition(
  database: Queries,
  council: string,
  service: string,
  version: number,
): Promise<DefinitionFile | undefined> {
  const [row] = await database.query<VersionText>(readStatement, [council, service, version]);
  if (row === undefined) return undefined;
  const name = (of: string): string => `${of} (version ${version})`;
  const fragments = new Map(Object.entries(row.fragments).map(([id, text]) => [id, { name: name(id), text }]));
  const registers = await readRegisters(database, council, row.registers, name);
  return { service, file: { name: name(service), text: withNewKeys(row.source) }, fragments, registers };
}
