import type { Question } from "./answer-type.ts";

// HEIC is left out on purpose: an iPhone that is not offered it sends a JPG, and nothing here reads it.
const IMAGES = {
  "image/jpeg": [".jpg", ".jpeg"],
  "image/png": [".png"],
  "image/webp": [".webp"],
  "image/gif": [".gif"],
} as const;
const DOCUMENTS = {
  "application/pdf": [".pdf"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": [".docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": [".xlsx"],
  "application/vnd.oasis.opendocument.text": [".odt"],
  "application/vnd.oasis.opendocument.spreadsheet": [".ods"],
  "text/plain": [".txt", ".csv"],
} as const;

/** Media types that a question accepts, each with the endings of its file names. */
export function acceptedTypes(question: Question): Readonly<Record<string, readonly string[]>> {
  const { accept = "any" } = question.settings;
  return accept === "image" ? IMAGES : accept === "document" ? DOCUMENTS : { ...IMAGES, ...DOCUMENTS };
}

/** For the `accept` attribute of the input. */
export function acceptAttribute(question: Question): string {
  return Object.entries(acceptedTypes(question))
    .flatMap(([type, endings]) => [type, ...endings])
    .join(",");
}

/** What is accepted, in words. */
export function acceptedInWords(question: Question): string {
  const { accept = "any" } = question.settings;
  const images = "JPG, PNG, WebP or GIF";
  const documents = "PDF, DOCX, XLSX, ODT, ODS, TXT or CSV";
  if (accept === "image") return `a photo (${images})`;
  return accept === "document" ? `a ${documents} file` : `a photo (${images}) or a ${documents} file`;
}

/** The most that one file may hold, in megabytes of 1,048,576 bytes. The platform refuses more. */
export const LARGEST_MB = 15;

/** 1536000 -> "1.5 MB" */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1).replace(/\.0$/, "")} MB`;
  return bytes >= 1000 ? `${Math.round(bytes / 1000)} KB` : `${bytes} bytes`;
}
