import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

async function paths(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && /\.(yaml|csv)$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
}

/** Changes whenever a YAML or CSV file under one of the folders is added, removed, saved or renamed. */
export async function footprint(folders: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of (await Promise.all(folders.map(paths))).flat().toSorted()) {
    const found = await stat(path, { bigint: true }).catch(() => undefined);
    hash.update(`${path}\n${found?.mtimeNs ?? ""} ${found?.size ?? ""} ${found?.ino ?? ""}\n`);
  }
  return hash.digest("hex");
}
