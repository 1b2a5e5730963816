import { cleanFileName } from "./file-name.ts";
import type { FileType } from "./file-type.ts";
import { sniffType } from "./file-type.ts";
import { remakeImage } from "./image.ts";
import type { Scanner } from "./scanner.ts";

/** What a question takes. A document may also be a photo of one, because that is what people have. */
export type Accept = "image" | "document" | "any";

export interface Upload {
  readonly bytes: Buffer | AsyncIterable<Uint8Array>;
  /** As the sender named it. */
  readonly name: string;
  readonly accept: Accept;
}

/** A file that may be kept: safe bytes, a clean name, and the type that its bytes have. */
export interface ReceivedFile {
  readonly bytes: Buffer;
  readonly name: string;
  readonly type: string;
}

/** Why a file can't be kept: a stable code and words for the person. */
export interface FileProblem {
  readonly code: FileProblemCode;
  readonly message: string;
}

export type Receipt = { readonly ok: true; readonly file: ReceivedFile } | { readonly ok: false; readonly problem: FileProblem };

/** The largest file taken, in bytes: 15 MB, as the messages say. */
export const LARGEST_FILE = 15 * 1024 * 1024;

const IMAGES_ONLY = "The selected file must be a JPG, PNG, WebP or GIF";
const ANY_KIND = "The selected file must be a PDF, DOCX, XLSX, ODT, ODS, TXT, CSV, JPG, PNG, WebP or GIF";

/** Every problem a file can meet, for docs/reference/problems.md. */
export const FILE_PROBLEMS = {
  "file-empty": "The selected file is empty",
  "file-too-large": "The selected file must be smaller than 15MB",
  "file-type": ANY_KIND,
  "file-not-an-image": IMAGES_ONLY,
  "file-heic": "The selected photo is in the HEIC format, which we cannot open. Save it as a JPG and try again",
  "file-macros": "The selected file contains macros. Save it without them, or as a PDF, and try again",
  "file-damaged": "The selected file could not be opened. Check that it opens on your device, or choose another",
  "file-too-many-pixels": "The selected image has too many pixels. Save a smaller copy and try again",
  "file-virus": "The selected file contains a virus",
  "file-not-scanned": "The selected file could not be checked for viruses – try again in a few minutes",
} as const;

export type FileProblemCode = keyof typeof FILE_PROBLEMS;

function refuse(code: FileProblemCode): Receipt {
  return { ok: false, problem: { code, message: FILE_PROBLEMS[code] } };
}

/** All the bytes, or undefined once there are too many; the rest is not held. */
async function collect(source: Upload["bytes"]): Promise<Buffer | undefined> {
  if (Buffer.isBuffer(source)) return source.length > LARGEST_FILE ? undefined : source;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of source) {
    size += part.length;
    if (size > LARGEST_FILE) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function typeProblem(found: ReturnType<typeof sniffType>, accept: Accept): FileProblemCode | undefined {
  if (found === "heic") return "file-heic";
  if (accept === "image" && (typeof found !== "object" || !found.image)) return "file-not-an-image";
  if (found === "macros") return "file-macros";
  return found === undefined ? "file-type" : undefined;
}

async function safeBytes(bytes: Buffer, found: FileType, name: string): Promise<Receipt> {
  if (!found.image) return { ok: true, file: { bytes, name: cleanFileName(name, found), type: found.type } };
  const remade = await remakeImage(bytes, found.type);
  if (!remade.ok) return refuse(`file-${remade.why}`);
  const kept =
    remade.type === found.type ? found : { type: remade.type, image: true, endings: [remade.type === "image/png" ? "png" : "jpg"] };
  return { ok: true, file: { bytes: remade.bytes, name: cleanFileName(name, kept), type: remade.type } };
}

/**
 * Takes in a file somebody sent: bounds its size, finds out what it is from its bytes, has it scanned, makes pictures again
 * without their metadata, and cleans the name. What is wrong with it is a value.
 */
export async function receiveFile(upload: Upload, scanner: Scanner): Promise<Receipt> {
  const bytes = await collect(upload.bytes);
  if (bytes === undefined) return refuse("file-too-large");
  if (bytes.length === 0) return refuse("file-empty");
  // Before the type, so that nothing else opens an infected file.
  const scan = await scanner.scan(bytes);
  if (scan.kind === "infected") return refuse("file-virus");
  if (scan.kind === "unavailable") return refuse("file-not-scanned");
  const found = sniffType(bytes);
  const problem = typeProblem(found, upload.accept);
  if (problem !== undefined || typeof found !== "object") return refuse(problem ?? "file-type");
  return safeBytes(bytes, found, upload.name);
}
