import type { FileProblemCode } from "./receive.ts";

/** What is said of a file that cannot be kept, in Welsh. */
export const FILE_PROBLEMS_WELSH: Readonly<Record<FileProblemCode, string>> = {
  "file-empty": "Mae’r ffeil a ddewiswyd yn wag",
  "file-too-large": "Rhaid i’r ffeil a ddewiswyd fod yn llai na 15MB",
  "file-type": "Rhaid i’r ffeil a ddewiswyd fod yn PDF, DOCX, XLSX, ODT, ODS, TXT, CSV, JPG, PNG, WebP neu GIF",
  "file-not-an-image": "Rhaid i’r ffeil a ddewiswyd fod yn JPG, PNG, WebP neu GIF",
  "file-heic": "Mae’r llun a ddewiswyd yn y fformat HEIC, na allwn ei agor. Cadwch ef fel JPG a rhowch gynnig arall arni",
  "file-macros": "Mae’r ffeil a ddewiswyd yn cynnwys macros. Cadwch hi hebddynt, neu fel PDF, a rhowch gynnig arall arni",
  "file-damaged": "Nid oedd modd agor y ffeil a ddewiswyd. Gwiriwch ei bod yn agor ar eich dyfais, neu dewiswch un arall",
  "file-too-many-pixels": "Mae gormod o bicseli yn y ddelwedd a ddewiswyd. Cadwch gopi llai a rhowch gynnig arall arni",
  "file-virus": "Mae’r ffeil a ddewiswyd yn cynnwys feirws",
  "file-not-scanned": "Nid oedd modd gwirio’r ffeil a ddewiswyd am feirysau – rhowch gynnig arall arni ymhen ychydig funudau",
};
