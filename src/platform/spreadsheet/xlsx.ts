import { zipStream } from "./zip-stream.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/></Types>`;

function link(type: string, target: string): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// A cell holds so many characters at most; a spreadsheet refuses the whole file for one that is longer.
const LONGEST_CELL = 32_767;

/** Text as XML may hold it: without the signs that it cannot. */
function xml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what XML cannot hold
  const plain = text.slice(0, LONGEST_CELL).replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "");
  return plain.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A row of texts. Each is written as a text, so that none is ever run as a formula. */
function row(cells: readonly string[]): string {
  const written = cells.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`);
  return `<row>${written.join("")}</row>`;
}

async function* sheet(head: readonly string[], rows: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<string> {
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><sheetData>${row(head)}`;
  for await (const part of rows) yield part.map(row).join("");
  yield "</sheetData></worksheet>";
}

/** A workbook of one sheet of texts, the first row of which stays in sight: made while it is read. Rows come in parts. */
export function xlsx(name: string, head: readonly string[], rows: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<Buffer> {
  const workbook = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xml(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  return zipStream([
    { name: "[Content_Types].xml", text: [TYPES] },
    { name: "_rels/.rels", text: [link("officeDocument", "xl/workbook.xml")] },
    { name: "xl/workbook.xml", text: [workbook] },
    { name: "xl/_rels/workbook.xml.rels", text: [link("worksheet", "worksheets/sheet1.xml")] },
    { name: "xl/worksheets/sheet1.xml", text: sheet(head, rows) },
  ]);
}
