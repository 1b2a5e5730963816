import { createHash, randomFillSync } from "node:crypto";

/** The only source of ids and chance. Tests and the demonstration hold a seeded one. */
export interface Ids {
  /** A UUIDv7 for an instant: sorts by time, 74 bits of chance. */
  uuid(now: Date): string;
  /** Random bytes. */
  bytes(length: number): Buffer;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** RFC 9562, version 7: 48 bits of Unix milliseconds, then version, variant and chance. */
export function uuidFrom(milliseconds: number, chance: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let time = milliseconds;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(chance.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return dashed(bytes);
}

function dashed(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < 16; i++) text += (i === 4 || i === 6 || i === 8 || i === 10 ? "-" : "") + (HEX[bytes[i] ?? 0] ?? "");
  return text;
}

// Chance is drawn from the system in blocks: one call for many ids.
function pool(): (length: number) => Buffer {
  let block = Buffer.alloc(0);
  let at = 0;
  return (length) => {
    if (length > 1024) return randomFillSync(Buffer.alloc(length));
    if (at + length > block.length) {
      block = randomFillSync(Buffer.alloc(4096));
      at = 0;
    }
    const part = block.subarray(at, at + length);
    at += length;
    return part;
  };
}

export function systemIds(): Ids {
  const take = pool();
  return { uuid: (now) => uuidFrom(now.getTime(), take(10)), bytes: (length) => take(length) };
}

/** The same ids every time, for tests and the demonstration (a mulberry32 stream; not for secrets). */
export function seededIds(seed: number): Ids {
  let state = seed >>> 0;
  const byte = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) & 0xff;
  };
  const bytes = (length: number): Buffer => Buffer.from(Array.from({ length }, byte));
  return { uuid: (now) => uuidFrom(now.getTime(), bytes(10)), bytes };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: unknown): text is string {
  return typeof text === "string" && UUID.test(text);
}

/** One UUID for one list of texts, always the same: for a one-time key that follows from what it is for. RFC 9562, version 8. */
export function derivedUuid(...parts: readonly string[]): string {
  const bytes = createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return dashed(bytes);
}
