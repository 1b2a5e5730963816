import { createHash } from "node:crypto";
import { constants, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

import { CodedError } from "../coded-error.ts";
import type { Ids } from "../ids.ts";
import type { FileStore, StoredFile } from "./file-store.ts";

const COUNCIL = /^[a-z][a-z0-9-]{0,62}$/;
const SHA256 = /^[0-9a-f]{64}$/;

interface Place {
  readonly folder: string;
  readonly path: string;
}

/** Where bytes lie. Both parts are checked, so that no name from outside ever becomes a path. */
function placeOf(root: string, council: string, sha256: string): Place {
  if (!COUNCIL.test(council) || !SHA256.test(sha256))
    throw new CodedError("file-place", "A file was asked for by a name that is not a hash");
  const folder = join(root, council, sha256.slice(0, 2));
  return { folder, path: join(folder, sha256) };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

async function exists(path: string, size: number): Promise<boolean> {
  try {
    return (await stat(path)).size === size;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** A rename is durable only once the folder that holds the name is written too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* parts(bytes: Buffer | AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (Buffer.isBuffer(bytes)) yield bytes;
  else yield* bytes;
}

async function writeDurably(path: string, bytes: Buffer | AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const hash = createHash("sha256");
  let size = 0;
  const handle = await open(path, "wx", 0o600);
  try {
    for await (const part of parts(bytes)) {
      hash.update(part);
      size += part.length;
      await handle.writeFile(part);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest("hex"), size };
}

async function settle(root: string, council: string, temporary: string, stored: StoredFile): Promise<void> {
  const { folder, path } = placeOf(root, council, stored.sha256);
  if (await exists(path, stored.size)) return rm(temporary);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(temporary, path);
  await syncFolder(folder);
  if (made !== undefined) await syncFolder(join(root, council));
}

/** Keeps files on a local disk, at `<root>/<council>/<first two digits>/<sha256>`. */
export function diskFiles(options: { readonly root: string; readonly ids: Ids }): FileStore {
  const { root, ids } = options;
  return {
    put: async (council, bytes) => {
      // Checks the council before it becomes part of a path.
      placeOf(root, council, "0".repeat(64));
      const waiting = join(root, council, "incoming");
      if ((await mkdir(waiting, { recursive: true, mode: 0o700 })) !== undefined) await syncFolder(root);
      const temporary = join(waiting, ids.bytes(16).toString("hex"));
      try {
        const stored = await writeDurably(temporary, bytes);
        await settle(root, council, temporary, stored);
        return stored;
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    open: async (council, sha256) => {
      try {
        return (await open(placeOf(root, council, sha256).path, "r")).createReadStream();
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    remove: (council, sha256) => rm(placeOf(root, council, sha256).path, { force: true }),
  };
}
