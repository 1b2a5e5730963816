/**
 * Rows of RFC 4180 text: fields between commas, quoted ones with doubled quotes, line ends of any kind, a byte-order mark in front. An apostrophe
 * that stands before a sign so that no spreadsheet runs the text as a formula is taken off. Undefined where a quote is left open.
 */
export function readCsv(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [[]];
  const fields = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\n|\r|$)/y;
  const body = text.replace(/^\uFEFF/, "");
  while (fields.lastIndex < body.length) {
    const found = fields.exec(body);
    if (found === null) return undefined;
    const [, field = "", end] = found;
    rows.at(-1)?.push(plain(field));
    if (end !== "," && end !== "") rows.push([]);
    else if (end === "," && fields.lastIndex === body.length) rows.at(-1)?.push("");
  }
  return rows.filter((row) => row.some((field) => field !== ""));
}

function plain(field: string): string {
  const text = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
  return text.replace(/^'(?=[=+\-@\t\r])/, "");
}
