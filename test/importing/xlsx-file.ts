import { zip } from "../support/zip.ts";

type Table = readonly (readonly string[])[];

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function column(index: number): string {
  return index < 26 ? String.fromCodePoint(65 + index) : `${column(Math.floor(index / 26) - 1)}${column(index % 26)}`;
}

/** A cell that starts with `=` gets a formula whose last value is the text behind `=>`. */
function cell(text: string, row: number, index: number, shared: string[]): string {
  const reference = `${column(index)}${row}`;
  if (text === "") return "";
  if (text.startsWith("=")) {
    const [formula = "", shown = ""] = text.slice(1).split("=>");
    return `<c r="${reference}" t="str"><f>${escaped(formula)}</f><v>${escaped(shown)}</v></c>`;
  }
  if (/^\d+$/.test(text)) return `<c r="${reference}"><v>${text}</v></c>`;
  if (index % 2 === 1) return `<c r="${reference}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  return `<c r="${reference}" t="s"><v>${shared.push(text) - 1}</v></c>`;
}

/** An .xlsx file with these sheets, as a spreadsheet program writes it. */
export function xlsxFile(sheets: Readonly<Record<string, Table>>): Buffer {
  const shared: string[] = [];
  const names = Object.keys(sheets);
  const parts = Object.fromEntries(
    Object.values(sheets).map((rows, sheet) => {
      const body = rows
        .map((cells, row) => `<row r="${row + 1}">${cells.map((text, index) => cell(text, row + 1, index, shared)).join("")}</row>`)
        .join("");
      return [`xl/worksheets/sheet${sheet + 1}.xml`, `<?xml version="1.0"?><worksheet><sheetData>${body}</sheetData></worksheet>`];
    }),
  );
  const book = names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("");
  const links = names.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join("");
  return zip({
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns:r="r"><sheets>${book}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${links}</Relationships>`,
    ...parts,
    "xl/sharedStrings.xml": `<sst>${shared.map((text) => `<si><r><t>${escaped(text.slice(0, 2))}</t></r><r><t xml:space="preserve">${escaped(text.slice(2))}</t></r></si>`).join("")}</sst>`,
  });
}
