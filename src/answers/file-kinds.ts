import { ANSWER_WORDS, type AnswerWords } from "../language/answer-words.ts";
import type { Question } from "./answer-type.ts";
import { words } from "./messages.ts";

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
  const say = words(question);
  const photo = say.photo(`JPG, PNG, WebP ${say.or} GIF`);
  const file = say.document(`PDF, DOCX, XLSX, ODT, ODS, TXT ${say.or} CSV`);
  if (accept === "image") return photo;
  return accept === "document" ? file : `${photo} ${say.or} ${file}`;
}

/** The most that one file may hold, in megabytes of 1,048,576 bytes. The platform refuses more. */
export const LARGEST_MB = 15;

/** 1536000 -> "1.5 MB" */
export function sizeInWords(bytes: number, say: AnswerWords = ANSWER_WORDS.en): string {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1).replace(/\.0$/, "")} MB`;
  return bytes >= 1000 ? `${Math.round(bytes / 1000)} KB` : say.bytes(bytes);
}
