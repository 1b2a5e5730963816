import { entryOf } from "./json.ts";

/** What a scan of XML comes to, one after the other. */
export type Mark =
  | { readonly kind: "open"; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

/**
 * Scans XML from its beginning to its end, once, in time that grows with its length: tags without their prefixes, and the text between them.
 * Stops with undefined where it is not well-formed enough to go on, or has a document type, whose entities could grow without end.
 */
export function* scanXml(xml: string): Generator<Mark | undefined> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    if (open < 0) return;
    if (open > at) yield { kind: "text", text: unescaped(xml.slice(at, open)) };
    const end = endOfTag(xml, open);
    if (end === undefined) return yield undefined;
    if (xml.startsWith("<![CDATA[", open)) yield { kind: "text", text: xml.slice(open + 9, end - 3) };
    else if (xml.startsWith("<!", open) && !xml.startsWith("<!--", open)) return yield undefined;
    else if (xml[open + 1] !== "?" && xml[open + 1] !== "!") yield tagOf(xml.slice(open + 1, end - 1));
    at = end;
  }
}

/** Behind the sign that ends a tag, a comment or a section that begins here. */
function endOfTag(xml: string, open: number): number | undefined {
  const closing = xml.startsWith("<!--", open)
    ? "-->"
    : xml.startsWith("<![CDATA[", open)
      ? "]]>"
      : xml.startsWith("<?", open)
        ? "?>"
        : undefined;
  if (closing !== undefined) {
    const end = xml.indexOf(closing, open);
    return end < 0 ? undefined : end + closing.length;
  }
  let quote = "";
  for (let at = open + 1; at < xml.length; at++) {
    const sign = xml[at] ?? "";
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at + 1;
  }
  return undefined;
}

function tagOf(inner: string): Mark {
  if (inner.startsWith("/")) return { kind: "close", name: local(inner.slice(1).trim()) };
  const empty = inner.endsWith("/");
  const whole = empty ? inner.slice(0, -1) : inner;
  const space = whole.search(/\s/);
  const name = local(space < 0 ? whole : whole.slice(0, space));
  return { kind: "open", name, attributes: space < 0 ? "" : whole.slice(space), empty };
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Looked for where a word begins only, and with few blanks: a tag of a million letters takes no longer for it. */
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]{1,100})\s{0,10}=\s{0,10}(?:"([^"]*)"|'([^']*)')/g;

/** The value of an attribute, whatever its prefix; empty where there is none. */
export function attribute(attributes: string, name: string): string {
  for (const [, key = "", double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (key === name) return unescaped(double ?? single ?? "");
  }
  return "";
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entryOf(NAMED, name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
