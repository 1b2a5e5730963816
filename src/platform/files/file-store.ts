import type { Readable } from "node:stream";

export interface StoredFile {
  /** Of the bytes, 64 hexadecimal digits: the name they are kept under. */
  readonly sha256: string;
  /** bytes */
  readonly size: number;
}

/** Port: where the bytes of files lie, each council's apart, under the hash of what they are. */
export interface FileStore {
  /** Keeps the bytes; once it returns they survive a crash. Keeping the same bytes twice keeps them once. */
  put(council: string, bytes: Buffer | AsyncIterable<Uint8Array>): Promise<StoredFile>;
  /** The bytes, or undefined where there are none under that hash. */
  open(council: string, sha256: string): Promise<Readable | undefined>;
  /** Forgets the bytes; nothing happens where there are none. Ask first whether another row still names them. */
  remove(council: string, sha256: string): Promise<void>;
}
