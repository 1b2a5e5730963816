import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

/** One file of a zip: its name, and its text or its bytes piece by piece. */
export interface ZipEntry {
  readonly name: string;
  readonly text: AsyncIterable<string | Uint8Array> | Iterable<string>;
}

interface Packed {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
}

// What a reader must know: version 2.0. Flags: sizes follow the data, names are UTF-8. Method: deflate.
const VERSION = 20;
const FLAGS = 0x0808;
const DEFLATE = 8;
// 1 January 1980, the first day that a zip knows: a file of today must be the same tomorrow.
const DAY = 0x0021;

function localHeader(name: Buffer): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(0x04034b50, 0);
  bytes.writeUInt16LE(VERSION, 4);
  bytes.writeUInt16LE(FLAGS, 6);
  bytes.writeUInt16LE(DEFLATE, 8);
  bytes.writeUInt16LE(DAY, 12);
  bytes.writeUInt16LE(name.length, 26);
  return Buffer.concat([bytes, name]);
}

function sizesAfter({ crc, size, packedSize }: Packed): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packedSize, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

function centralHeader({ name, offset, crc, size, packedSize }: Packed): Buffer {
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(VERSION, 4);
  bytes.writeUInt16LE(VERSION, 6);
  bytes.writeUInt16LE(FLAGS, 8);
  bytes.writeUInt16LE(DEFLATE, 10);
  bytes.writeUInt16LE(DAY, 14);
  bytes.writeUInt32LE(crc, 16);
  bytes.writeUInt32LE(packedSize, 20);
  bytes.writeUInt32LE(size, 24);
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, name]);
}

function endRecord(entries: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(entries, 8);
  bytes.writeUInt16LE(entries, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}

/** The packed bytes of a text; returns what must be known of them. */
async function* packed({ name, text }: ZipEntry, offset: number): AsyncGenerator<Buffer, Packed> {
  const bytes = Buffer.from(name);
  yield localHeader(bytes);
  let [crc, size, packedSize] = [0, 0, 0];
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const piece of text) {
      const plain = typeof piece === "string" ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      crc = crc32(plain, crc);
      size += plain.length;
      yield plain;
    }
  }
  const source = Readable.from(measured());
  const deflate = createDeflateRaw();
  // An error of the source must end the packing too, or it would wait for ever.
  source.on("error", (error) => deflate.destroy(error));
  for await (const piece of source.pipe(deflate)) {
    // Safe: a deflate stream without an encoding gives buffers.
    const chunk = piece as Buffer;
    packedSize += chunk.length;
    yield chunk;
  }
  return { name: bytes, offset, crc, size, packedSize };
}

/** A zip file, made while it is read: each entry is packed as its text comes. Up to 4 GB. */
export async function* zipStream(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  let offset = 0;
  const done: Packed[] = [];
  for await (const entry of entries) {
    const pieces = packed(entry, offset);
    let piece = await pieces.next();
    while (piece.done !== true) {
      offset += piece.value.length;
      yield piece.value;
      piece = await pieces.next();
    }
    const after = sizesAfter(piece.value);
    offset += after.length;
    done.push(piece.value);
    yield after;
  }
  const directory = Buffer.concat(done.map(centralHeader));
  yield directory;
  yield endRecord(done.length, directory.length, offset);
}
