import { zipEntries } from "./zip-entries.ts";

/** A kind of file that may be kept. */
export interface FileType {
  /** Media type. */
  readonly type: string;
  readonly image: boolean;
  /** The endings its name may have; the first is given where it has another. */
  readonly endings: readonly string[];
}

/** What the bytes say a file is: one of ours, a photo format that nothing here reads, one with macros, or none of these. */
export type Sniffed = FileType | "heic" | "macros" | undefined;

const image = (type: string, ...endings: readonly string[]): FileType => ({ type, image: true, endings });
const document = (type: string, ...endings: readonly string[]): FileType => ({ type, image: false, endings });

const JPEG = image("image/jpeg", "jpg", "jpeg");
const PNG = image("image/png", "png");
const WEBP = image("image/webp", "webp");
const GIF = image("image/gif", "gif");
const AVIF = image("image/avif", "avif");
const PDF = document("application/pdf", "pdf");
const TEXT = document("text/plain", "txt", "csv");
const WORD = document("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
const SHEET = document("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
const OPEN_TEXT = document("application/vnd.oasis.opendocument.text", "odt");
const OPEN_SHEET = document("application/vnd.oasis.opendocument.spreadsheet", "ods");

const BRANDS: Readonly<Record<string, Sniffed>> = {
  avif: AVIF,
  avis: AVIF,
  heic: "heic",
  heix: "heic",
  hevc: "heic",
  heim: "heic",
  heis: "heic",
  mif1: "heic",
  msf1: "heic",
};

function latin(bytes: Buffer, from: number, to: number): string {
  return bytes.toString("latin1", from, to);
}

/** ISO base media: the size of the first box, `ftyp`, the major brand, a version, then the brands it also answers to. */
function sniffBoxes(bytes: Buffer): Sniffed {
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  // A picture that also answers to avif can be read, whatever its major brand.
  for (let at = 16; at + 4 <= end; at += 4) if (latin(bytes, at, at + 4) === "avif") return AVIF;
  return BRANDS[latin(bytes, 8, 12)];
}

/** Office documents are zip files; their entries say which. */
function sniffZip(bytes: Buffer): Sniffed {
  const names = zipEntries(bytes);
  if (names === undefined) return undefined;
  if ([...names].some((name) => /(^|\/)vbaProject\.bin$|^Basic\//i.test(name))) return "macros";
  // OpenDocument puts its media type first, stored as it is: 30 bytes of header, "mimetype", then the type.
  if (latin(bytes, 30, 38) === "mimetype") {
    const size = bytes.readUInt32LE(22);
    return [OPEN_TEXT, OPEN_SHEET].find((known) => latin(bytes, 38, 38 + size) === known.type && names.has("content.xml"));
  }
  if (!names.has("[Content_Types].xml")) return undefined;
  if (names.has("word/document.xml")) return WORD;
  return names.has("xl/workbook.xml") ? SHEET : undefined;
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // Control characters besides tab, line feed, form feed and carriage return mean it is something else.
    // oxlint-disable-next-line no-control-regex
    return !/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text);
  } catch {
    return false;
  }
}

/** What a file is, by its bytes alone: its name and the header it came with are the sender's to choose. */
export function sniffType(bytes: Buffer): Sniffed {
  const start = latin(bytes, 0, 16);
  if (start.startsWith("\xff\xd8\xff")) return JPEG;
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return PNG;
  if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) return GIF;
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return WEBP;
  if (start.slice(4, 8) === "ftyp" && bytes.length >= 16) return sniffBoxes(bytes);
  if (start.startsWith("%PDF-")) return PDF;
  if (start.startsWith("PK\x03\x04")) return sniffZip(bytes);
  return isText(bytes) ? TEXT : undefined;
}
