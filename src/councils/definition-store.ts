import { createHash } from "node:crypto";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { DefinitionFile } from "./load-council.ts";

const versionsStatement = statement(
  "definition-versions",
  "select service, version, hash from definitions where council = $1 order by service, version",
);
const readStatement = statement(
  "definition-read",
  "select source, fragments from definitions where council = $1 and service = $2 and version = $3",
);

/** A published version, without its text. */
export interface VersionRow {
  readonly service: string;
  readonly version: number;
  readonly hash: string;
}

/** What makes two definitions the same: the text and the text of the fragments it names. SHA-256, hex. */
export function definitionHash({ file, fragments }: DefinitionFile): string {
  const parts = [...fragments].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, fragment]) => [name, fragment.text]);
  return createHash("sha256")
    .update(JSON.stringify([file.text, parts]))
    .digest("hex");
}

/** Every published version of a council's services, the oldest first within each. */
export async function publishedVersions(database: Queries, council: string): Promise<readonly VersionRow[]> {
  return database.query<VersionRow>(versionsStatement, [council]);
}

/** The text of a published version and its fragments; undefined when there is none. */
export async function readDefinition(
  database: Queries,
  council: string,
  service: string,
  version: number,
): Promise<DefinitionFile | undefined> {
  const [row] = await database.query<{ source: string; fragments: Readonly<Record<string, string>> }>(readStatement, [
    council,
    service,
    version,
  ]);
  if (row === undefined) return undefined;
  const name = (of: string): string => `${of} (version ${version})`;
  const fragments = new Map(Object.entries(row.fragments).map(([id, text]) => [id, { name: name(id), text }]));
  return { service, file: { name: name(service), text: row.source }, fragments };
}
