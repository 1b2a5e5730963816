import { entryOf } from "./json.ts";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", pound: "£", rsquo: "’" };

/** HTML or Markdown as plain paragraphs: what a person would read. Linear in its length. */
export function plainText(marked: string): string {
  const spaced = marked
    .slice(0, 20_000)
    .replaceAll(/<\/(?:p|div|h[1-6]|ul|ol|details|summary|table|tr)>|<br\s*\/?>/gi, "\n\n")
    .replaceAll(/<li[^<>]{0,300}>/gi, "\n- ")
    .replaceAll(/<a\s[^<>]{0,200}?href="(https?:[^"<>]{0,500})"[^<>]{0,200}>([^<>]{0,500})<\/a>/gi, "[$2]($1)")
    .replaceAll(/<[^<>]{0,2000}>/g, "")
    .replaceAll(/\*\*([^*\n]{1,500})\*\*/g, "$1")
    .replaceAll(/^#{1,6} +/gm, "")
    // What a terminal, a page or YAML could take for something else than a letter.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}]/gu, (sign) => (sign === "\n" ? sign : " "))
    .toWellFormed();
  const lines = spaced.split("\n").map((line) =>
    entities(line)
      .replaceAll(/[ \t]+/g, " ")
      .trim(),
  );
  return lines
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function entities(line: string): string {
  return line.replaceAll(/&(?:#(\d{1,6})|(\w{1,8}));/g, (whole, code: string | undefined, name: string | undefined) => {
    if (code !== undefined) return Number(code) > 31 && Number(code) < 0xd800 ? String.fromCodePoint(Number(code)) : "";
    return name === undefined ? whole : (entryOf(ENTITIES, name) ?? whole);
  });
}

/** The same on one line. */
export function plainLine(marked: string): string {
  return plainText(marked).replaceAll(/\s+/g, " ").trim();
}
