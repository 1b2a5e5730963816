import { join, relative } from "node:path";
import type { Base } from "../definition/overlay/base.ts";
import { shelfNumber } from "../definition/overlay/base.ts";
import type { SourceFile } from "../definition/yaml/node.ts";
import { MOST_BYTES } from "../definition/yaml/parse-yaml.ts";
import { readStart } from "../platform/files/read-start.ts";

export function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

/** A file's text with its name from the folder that holds both councils and shelf; undefined when it isn't there. */
export async function source(path: string, root: string): Promise<SourceFile | undefined> {
  try {
    return { name: relative(root, path).replaceAll("\\", "/"), text: await readStart(path, MOST_BYTES) };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** A service of the shelf as it is now: `services/NAME.yaml`. */
export function newestOnShelf(shelf: string, service: string): Promise<SourceFile | undefined> {
  return source(join(shelf, `${service}.yaml`), join(shelf, ".."));
}

/** A version of a shelf service: the file as it is now where it has that number, or else the one kept in `services/earlier/`. */
export async function onShelf(shelf: string, { service, version }: Pick<Base, "service" | "version">): Promise<SourceFile | undefined> {
  const newest = await newestOnShelf(shelf, service);
  if (newest !== undefined && shelfNumber(newest.text) === version) return newest;
  return source(join(shelf, "earlier", `${service}@${version}.yaml`), join(shelf, ".."));
}
