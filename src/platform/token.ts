import { createHash } from "node:crypto";
import type { Ids } from "./ids.ts";

const BYTES = 32;

/** 256 bits of chance in 43 letters of base64url. Only its hash is ever kept. */
export function newToken(ids: Ids): string {
  return ids.bytes(BYTES).toString("base64url");
}

/** What is kept of a token. It needs no salt and no slowness: nobody can guess 256 bits. */
export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
