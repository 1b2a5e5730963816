/** No more of an email's HTML is read than this. */
const LONGEST = 500_000;

const BREAKS = new Set(["br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "hr", "pre"]);
/** What is inside these is not for reading. */
const HIDDEN = new Set(["script", "style", "head", "title", "template", "svg", "math", "noscript", "iframe", "object"]);
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", pound: "£", euro: "€" };

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : " ";
  });
}

/** Where a tag that begins at `at` ends; the end of the text where it does not. */
function tagEnd(text: string, at: number): number {
  if (text.startsWith("<!--", at)) {
    const end = text.indexOf("-->", at + 4);
    return end < 0 ? text.length : end + 3;
  }
  const end = text.indexOf(">", at);
  return end < 0 ? text.length : end + 1;
}

/** Past what a hidden element holds. */
function pastHidden(lower: string, name: string, from: number): number {
  const end = lower.indexOf(`</${name}`, from);
  return end < 0 ? lower.length : end;
}

/** What a reader sees of HTML, as plain text: one pass, no markup, nothing fetched. Lines of a quotation begin with `> `, as in plain email. */
export function htmlText(html: string): string {
  const text = html.slice(0, LONGEST);
  const lower = text.toLowerCase();
  let [out, quoted, at] = ["", 0, 0];
  const line = (): string => `\n${"> ".repeat(Math.min(quoted, 3))}`;
  while (at < text.length) {
    const next = text.indexOf("<", at);
    const words = text.slice(at, next < 0 ? text.length : next);
    out += decoded(words.replace(/\s+/g, " "));
    if (next < 0) break;
    const [, closing = "", name = ""] = /^<(\/?)([a-z][a-z0-9]{0,15})/.exec(lower.slice(next, next + 20)) ?? [];
    at = tagEnd(text, next);
    if (closing === "" && HIDDEN.has(name)) at = pastHidden(lower, name, at);
    if (name === "blockquote") quoted = Math.max(0, quoted + (closing === "" ? 1 : -1));
    if (BREAKS.has(name)) out += line();
  }
  return out.replace(/[ \t]+\n/g, "\n");
}
