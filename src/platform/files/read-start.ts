import { open } from "node:fs/promises";

/**
 * The text of a file, or the start of one that is longer than `most` bytes: enough for who reads it to see that it is too long, and
 * no more memory than that, whatever lies there.
 */
export async function readStart(path: string, most: number): Promise<string> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(Math.max(size, 1), most));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytes.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
