import { extra, seemsSecret } from "./component-extras.ts";
import { at, keysOf, listAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";
import { plainText } from "./plain-text.ts";
import { lose } from "./source.ts";
import type { Source } from "./source.ts";

/** Keys of a form that its reader carries over, or that say nothing. */
const CARRIED: ReadonlySet<string> = new Set(
  "name title pages lists conditions sections startPage engine schema declaration fees version $schema id".split(" "),
);

/** Names every other key of the form that holds something. Values are not shown: they may be addresses, keys or people's email. */
export function reportSettings(form: Json, source: Source): void {
  for (const key of keysOf(form)) {
    const value = at(form, key);
    if (CARRIED.has(key) || isNothing(value)) continue;
    if (key === "skipSummary")
      lose(
        source,
        "changed",
        "the form",
        "skipSummary: The old form had no check page. Here people check their answers before they send them.",
      );
    else lose(source, "secret", "the form", `${key.slice(0, 60)} is left out${within(key, value)}.`);
    const texts = textsIn(value);
    if (texts.length > 0) lose(source, "kept", key.slice(0, 60), "Texts that people read.", texts.join("\n"));
  }
  for (const [index, fee] of listAt(form, "fees").entries()) reportFee(fee, `fee ${index + 1}`, source);
}

function reportFee(fee: Json, place: string, source: Source): void {
  const description = plainText(textAt(fee, "description"));
  if (description !== "") lose(source, "kept", place, "What the amount is for. The start page can say it.", description);
  for (const key of keysOf(fee).filter((each) => !["description", "amount", "condition", "multiplier"].includes(each)))
    extra(key, at(fee, key), place, source);
}

/** The kinds and the keys of what is left out, never its values. */
function within(key: string, value: Json): string {
  const kinds = listAt(value).map((part) => textAt(part, "type") || textAt(part, "audience") || textAt(part, "name"));
  const names = [...kinds, ...namesIn(value)].filter((name) => /^[\w-][\w -]{0,39}$/.test(name) && name !== key);
  const all = [...new Set(names)];
  return all.length > 0 ? ` (${all.slice(0, 40).join(", ")})` : "";
}

function namesIn(value: Json, depth = 0): readonly string[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((part: Json) => namesIn(part, depth + 1));
  return keysOf(value)
    .slice(0, 40)
    .flatMap((key) => [key, ...namesIn(at(value, key), depth + 1)]);
}

const SPOKEN =
  /^(title|text|content|body|caption|hint|label|heading|nextSteps|customText|reference(Title|Content)|paymentSkipped|custom\w*Message)$/;
const MOST_TEXTS = 300;

/** What people would read among the settings of a form, such as on its last page. Addresses and keys are no texts. */
function textsIn(value: Json, key = ""): readonly string[] {
  if (typeof value === "string") return SPOKEN.test(key) && !seemsSecret("", value) && value.trim() !== "" ? [plainText(value)] : [];
  if (Array.isArray(value)) return value.flatMap((part: Json) => textsIn(part, key)).slice(0, MOST_TEXTS);
  return keysOf(value)
    .flatMap((each) => textsIn(at(value, each), each))
    .slice(0, MOST_TEXTS);
}

function isNothing(value: Json): boolean {
  if (value === undefined || value === null || value === "" || value === false) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** A section there is a heading over pages; here it is a part of a task list, which whoever reads the report may want or not. */
export function reportSections(form: Json, source: Source): void {
  for (const section of listAt(form, "sections")) {
    const names = new Set([textAt(section, "name"), textAt(section, "id")].filter((name) => name !== ""));
    const pages = listAt(form, "pages").filter((page) => names.has(textAt(page, "section")));
    const titles = pages.map((page) => textAt(page, "title") || textAt(page, "path")).join(", ");
    const says =
      pages.length === 0
        ? "No page stands in it."
        : `Its pages stand in the flow without its heading: ${titles.slice(0, 1000)}. A section in the flow would put them on a task list.`;
    lose(source, "left", `section ‘${textAt(section, "title") || textAt(section, "name")}’`, says);
    for (const key of keysOf(section).filter((each) => !["id", "name", "title", "hideTitle"].includes(each)))
      extra(key, at(section, key), `section ‘${textAt(section, "title")}’`, source);
  }
}
