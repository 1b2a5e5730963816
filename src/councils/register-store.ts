import { createHash } from "node:crypto";
import type { RegisterFile, RegisterFiles } from "../definition/register-file.ts";
import type { SourceFile } from "../definition/yaml/node.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

const keepStatement = statement(
  "register-keep",
  "insert into registers (council, hash, content, kept_at) values ($1, $2, $3, $4) on conflict do nothing",
);
const readStatement = statement("register-read", "select hash, content from registers where council = $1 and hash = any($2)");

/** A version's registers as its row keeps them, by name: how they are read, and under which hash their rows are kept. */
export type RegisterLinks = Readonly<Record<string, { readonly declaration: string; readonly hash: string }>>;

/** The registers that are whole; a definition with one that is not does not compile, so no version names it. */
function whole(registers: RegisterFiles): readonly (readonly [name: string, declaration: string, content: SourceFile])[] {
  return [...registers.values()].flatMap(({ name, declaration, content }) =>
    declaration === undefined || content?.ok !== true ? [] : [[name, declaration.text, content.file] as const],
  );
}

/** By the file as it was read: the same rows are asked for again and again. */
const HASHES = new WeakMap<SourceFile, string>();

function hashOf(content: SourceFile): string {
  const known = HASHES.get(content) ?? createHash("sha256").update(content.text).digest("hex");
  HASHES.set(content, known);
  return known;
}

/** What a version is linked to. The same rows have the same hash, whichever service and version they belong to. */
export function linksOf(registers: RegisterFiles): RegisterLinks {
  return Object.fromEntries(
    whole(registers)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, declaration, content]) => [name, { declaration, hash: hashOf(content) }]),
  );
}

/** Keeps the rows that a version is about to be linked to. Rows that are kept already are not written again. */
export async function keepRegisters(database: Queries, council: string, registers: RegisterFiles, now: Date): Promise<void> {
  for (const [, , content] of whole(registers)) await database.query(keepStatement, [council, hashOf(content), content.text, now]);
}

/** The registers of a version, as they were when it was published. */
export async function readRegisters(
  database: Queries,
  council: string,
  links: RegisterLinks,
  nameOf: (of: string) => string,
): Promise<RegisterFiles> {
  const hashes = Object.values(links).map(({ hash }) => hash);
  if (hashes.length === 0) return new Map();
  const rows = await database.query<{ hash: string; content: string }>(readStatement, [council, hashes]);
  const contents = new Map(rows.map(({ hash, content }) => [hash, content]));
  const files = Object.entries(links).map(([name, { declaration, hash }]): readonly [string, RegisterFile] => {
    const text = contents.get(hash);
    const read = { name, declaration: { name: nameOf(name), text: declaration } };
    return [name, text === undefined ? read : { ...read, content: { ok: true, file: { name: nameOf(name), text } } }];
  });
  return new Map(files);
}
