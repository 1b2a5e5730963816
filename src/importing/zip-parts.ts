import { inflateRawSync } from "node:zlib";
import { refuse } from "./form.ts";
import type { Imported } from "./form.ts";

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_PARTS = 2000;
/** Bytes of all parts that are read, once inflated. The sheets of real forms have some hundred kilobytes. */
const MOST_BYTES = 12_000_000;

interface Part {
  readonly method: number;
  readonly encrypted: boolean;
  readonly size: number;
  readonly packed: number;
  readonly offset: number;
}

/** The parts of a zip file by name, of which only those that are asked for are inflated, and never beyond a bound. */
export class ZipParts {
  private left = MOST_BYTES;
  private readonly bytes: Buffer;
  private readonly parts: ReadonlyMap<string, Part>;

  constructor(bytes: Buffer, parts: ReadonlyMap<string, Part>) {
    this.bytes = bytes;
    this.parts = parts;
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  /** A part's text. */
  text(name: string): Imported<string> {
    const part = this.parts.get(name);
    if (part === undefined) return refuse(`The spreadsheet has no part ${name.slice(0, 100)}.`, RESAVE);
    if (part.encrypted) return refuse("The spreadsheet is locked with a password.", "Save it again without one.");
    if (part.size > this.left) return tooLarge();
    const inflated = this.inflated(part);
    if (!inflated.ok) return inflated;
    this.left -= inflated.value.length;
    return { ok: true, value: new TextDecoder().decode(inflated.value) };
  }

  /** The size that a part claims may be a lie, so that inflating has its own bound. */
  private inflated({ method, packed, offset }: Part): Imported<Buffer> {
    if (offset + 30 > this.bytes.length || this.bytes.readUInt32LE(offset) !== LOCAL) return broken();
    const from = offset + 30 + this.bytes.readUInt16LE(offset + 26) + this.bytes.readUInt16LE(offset + 28);
    const data = this.bytes.subarray(from, from + packed);
    if (data.length < packed || (method !== 0 && method !== 8)) return broken();
    if (method === 0) return data.length > this.left ? tooLarge() : { ok: true, value: data };
    try {
      return { ok: true, value: inflateRawSync(data, { maxOutputLength: this.left }) };
    } catch (error) {
      return error instanceof RangeError || (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE")
        ? tooLarge()
        : broken();
    }
  }
}

const RESAVE = "Open it in a spreadsheet program and save it again as .xlsx.";

function broken(): Imported<never> {
  return refuse("The spreadsheet is broken.", RESAVE);
}

function tooLarge(): Imported<never> {
  return refuse(
    `The spreadsheet unpacks to more than ${MOST_BYTES / 1_000_000} million bytes.`,
    "Keep only the sheets survey, choices and settings.",
  );
}

export function zipParts(source: Uint8Array): Imported<ZipParts> {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const end = endOf(bytes);
  if (end === undefined) return broken();
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_PARTS) return refuse(`The spreadsheet has ${count} parts inside; at most ${MOST_PARTS} are read.`, RESAVE);
  const parts = new Map<string, Part>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return broken();
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const own = bytes.toString("utf8", at + 46, at + 46 + (name ?? 0));
    parts.set(own, partAt(bytes, at));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return { ok: true, value: new ZipParts(bytes, parts) };
}

function partAt(bytes: Buffer, at: number): Part {
  return {
    method: bytes.readUInt16LE(at + 10),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
}

/** Where the last record begins; a comment of at most 65,535 bytes may follow it. */
function endOf(bytes: Buffer): number | undefined {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--) if (bytes.readUInt32LE(at) === END) return at;
  return undefined;
}
