import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** What a sealed value is for. A value sealed for one purpose is refused for every other. */
export type SealPurpose = "cookie" | "form-key" | "case-link" | "resume-link" | "page-cursor";

// 132 bits: far past guessing, and an address that carries a seal stays short.
const MAC_LETTERS = 22;

interface Known {
  readonly key: KeyObject;
  readonly name: string;
}

// Making a key of a secret costs eight times what the seal itself does, and each council has one secret for as long as the program runs.
const keys = new WeakMap<Buffer, Known>();
let named = 0;

function keyOf(secret: Buffer): Known {
  const found = keys.get(secret);
  if (found !== undefined) return found;
  named += 1;
  const known = { key: createSecretKey(secret), name: String(named) };
  keys.set(secret, known);
  return known;
}

// A journey shows the same cookie and the same form key on each of its pages, so most seals are asked for again within minutes. Two
// generations bound what is remembered: when the young one is full it becomes the old one. About 3 MB at most.
const GENERATION = 4096;
const LONGEST_KEPT = 300;
let young = new Map<string, string>();
let old = new Map<string, string>();

function remember(what: string, seal: string): string {
  if (young.size >= GENERATION) [old, young] = [young, new Map()];
  young.set(what, seal);
  return seal;
}

function mac(secret: Buffer, purpose: SealPurpose, body: string): string {
  const { key, name } = keyOf(secret);
  const what = `${name}\n${purpose}\n${body}`;
  const found = young.get(what);
  if (found !== undefined) return found;
  const kept = old.get(what);
  if (kept !== undefined) return remember(what, kept);
  const made = createHmac("sha256", key).update(`${purpose}\n${body}`).digest("base64url").slice(0, MAC_LETTERS);
  return what.length > LONGEST_KEPT ? made : remember(what, made);
}

function same(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The seal alone, over a value that the reader knows already. 22 letters of base64url. `secret` is the council's own. */
export function sealOf(secret: Buffer, purpose: SealPurpose, value: string): string {
  return mac(secret, purpose, value);
}

/** Whether a seal is the one that `sealOf` gives; takes the same time whichever letter differs. */
export function sealHolds(secret: Buffer, purpose: SealPurpose, value: string, seal: string): boolean {
  return same(seal, mac(secret, purpose, value));
}

/**
 * A value with its seal: `value.expiry.seal` in letters that a cookie and an address may hold. The value can be read by
 * whoever holds it; it cannot be changed. With `expires` it is good until that instant (to the second) and not at it.
 */
export function sign(secret: Buffer, purpose: SealPurpose, value: string, expires?: Date): string {
  const until = expires === undefined ? "" : Math.floor(expires.getTime() / 1000).toString(36);
  const body = `${Buffer.from(value, "utf8").toString("base64url")}.${until}`;
  return `${body}.${mac(secret, purpose, body)}`;
}

const SIGNED = /^([\w-]*)\.([0-9a-z]{0,11})\.([\w-]{22})$/;

/** The value that `sign` sealed with the same secret and purpose; undefined when it was changed, made elsewhere or has expired. */
export function unsign(secret: Buffer, purpose: SealPurpose, text: string, now: Date): string | undefined {
  const [, value, until, seal] = SIGNED.exec(text) ?? [];
  if (value === undefined || until === undefined || seal === undefined) return undefined;
  if (!same(seal, mac(secret, purpose, `${value}.${until}`))) return undefined;
  if (until !== "" && now.getTime() >= Number.parseInt(until, 36) * 1000) return undefined;
  return Buffer.from(value, "base64url").toString("utf8");
}
