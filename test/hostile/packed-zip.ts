import { deflateRawSync } from "node:zlib";

function header(signature: number, name: Buffer, data: Buffer, size: number, offset: number | undefined): Buffer {
  const central = offset !== undefined;
  const bytes = Buffer.alloc(central ? 46 : 30);
  bytes.writeUInt32LE(signature, 0);
  // A central entry has one field more in front, and more behind the two lengths.
  const at = central ? 6 : 4;
  bytes.writeUInt16LE(20, at);
  bytes.writeUInt16LE(8, at + 4);
  bytes.writeUInt32LE(data.length, at + 14);
  bytes.writeUInt32LE(size, at + 18);
  bytes.writeUInt16LE(name.length, at + 22);
  if (central) bytes.writeUInt32LE(offset, 42);
  return bytes;
}

/** A zip file whose parts are packed, with a size of 1 claimed for each that is larger than any honest one. */
export function packedZip(entries: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [entry, text] of Object.entries(entries)) {
    const [name, data] = [Buffer.from(entry), deflateRawSync(text)];
    const size = text.length > 12_000_000 ? 1 : text.length;
    const record = Buffer.concat([header(0x04034b50, name, data, size, undefined), name, data]);
    local.push(record);
    central.push(Buffer.concat([header(0x02014b50, name, data, size, offset), name]));
    offset += record.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
