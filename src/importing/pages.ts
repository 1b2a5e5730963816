import { CONTENT_TYPES, askedOf, contentOf, inEntry, revealedBy } from "./components.ts";
import type { Revealed } from "./components.ts";
import { extra } from "./component-extras.ts";
import { lose } from "./source.ts";
import type { Source } from "./source.ts";
import type { Asked } from "./form.ts";
import { at, keysOf, listAt, numberAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";
import { plainLine } from "./plain-text.ts";

/** A heading longer than this is cut, and stands in the report in full. */
const LONGEST_TITLE = 300;

function titleOf(page: Json, path: string, source: Source): string {
  const title = plainLine(textAt(page, "title"));
  if (title.length <= LONGEST_TITLE) return title;
  lose(source, "kept", path, `The heading is longer than ${LONGEST_TITLE} characters and is cut here.`, title);
  return `${title.slice(0, LONGEST_TITLE - 1)}…`;
}

/** What stands on a page of one of the JSON dialects. */
export interface ReadPage {
  readonly path: string;
  readonly title: string;
  readonly controller: string;
  readonly questions: readonly Asked[];
  /** Those that an option opens on the same page. */
  readonly revealed: readonly Revealed[];
  /** The texts on it, as paragraphs. */
  readonly content: string;
}

/** The kind of a page: the last part of what may be the path of a program file. */
function controllerOf(page: Json): string {
  return (
    textAt(page, "controller")
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.[jt]s$/, "") ?? ""
  );
}

const REPEATING: ReadonlySet<string> = new Set(["RepeatPageController", "RepeatingFieldPageController", "RepeatingSectionPageController"]);

export function repeats(page: Json): boolean {
  return REPEATING.has(controllerOf(page)) || textAt(page, "repeatField") !== "";
}

/** The questions by name; of two of the same name the first is asked. */
export function firstOf(pages: readonly { readonly read: ReadPage }[]): ReadonlyMap<string, Asked> {
  const all = pages.flatMap(({ read }) => [...read.questions, ...read.revealed.map(({ asked }) => asked)]);
  return new Map(all.map((question) => [question.source, question] as const).toReversed());
}

const LONGEST_HINT = 300;
const KNOWN_KEYS: ReadonlySet<string> = new Set(
  "id path title controller components next condition section repeat repeatField options".split(" "),
);

function isContent(component: Json): boolean {
  return CONTENT_TYPES.has(textAt(component, "type"));
}

/** Reads a page: its questions, and its texts, of which a short one beside a single question becomes the hint. */
export function readPage(page: Json, source: Source): ReadPage {
  const path = textAt(page, "path").slice(0, 200);
  const components = listAt(page, "components").filter((component) => textAt(component, "type") !== "PaymentField");
  const texts = components.filter(isContent).map((component) => contentOf(component, path, source));
  const content = texts.filter((text) => text !== "").join("\n\n");
  reportPage(page, path, source);
  const pairs = components
    .filter((component) => !isContent(component))
    .flatMap((component) => {
      const asked = askedOf(component, path, source);
      return asked === undefined ? [] : [{ asked, revealed: revealedBy(component, asked, path, source) }];
    });
  const read = { path, title: titleOf(page, path, source), controller: controllerOf(page), content };
  const revealed = pairs.flatMap((pair) => pair.revealed);
  return {
    ...read,
    revealed,
    questions: withTexts(
      pairs.map(({ asked }) => asked),
      read,
      repeats(page),
      source,
    ),
  };
}

/** The page's heading and texts, in the question where there is only one. */
function withTexts(
  asked: readonly Asked[],
  { path, title, content }: Pick<ReadPage, "path" | "title" | "content">,
  again: boolean,
  source: Source,
): readonly Asked[] {
  const [only] = asked;
  const questions = only !== undefined && asked.length === 1 && !again ? [headed(withHint(only, content), title, path, source)] : asked;
  const hinted = questions.length === 1 && questions[0]?.hint !== only?.hint;
  if (questions.length > 0 && content !== "" && !hinted) lose(source, "kept", path, "Texts on the page.", content);
  return questions;
}

function withHint(question: Asked, content: string): Asked {
  const fits = question.hint === undefined && content !== "" && content.length <= LONGEST_HINT && !/[\n\]]/.test(content);
  return fits ? { ...question, hint: content } : question;
}

/** The engines show the page's title in place of the only question's. The other one becomes the label, so that neither is lost. */
function headed(question: Asked, title: string, path: string, source: Source): Asked {
  if (title === "" || title === question.ask) return question;
  const [ask, other] = question.ask.endsWith("?") && !title.endsWith("?") ? [question.ask, title] : [title, question.ask];
  if (question.label === undefined) return { ...question, ask, label: other };
  if (question.label !== other)
    lose(
      source,
      "kept",
      `${path}, ${question.source}`,
      "The page and its question have titles of their own; this is the other one.",
      other,
    );
  return { ...question, ask };
}

function reportPage(page: Json, path: string, source: Source): void {
  for (const key of keysOf(page)) {
    const value = at(page, key);
    if (KNOWN_KEYS.has(key)) continue;
    if (key === "events") lose(source, "secret", path, "events is left out: the page called another system.");
    else extra(key, value, path, source);
  }
  for (const part of ["options", "repeat"]) reportParts(page, part, path, source);
  for (const link of listAt(page, "next")) {
    for (const key of keysOf(link).filter((each) => !["path", "condition"].includes(each))) reportLink(link, key, path, source);
  }
}

function reportLink(link: Json, key: string, path: string, source: Source): void {
  if (key === "redirect")
    lose(
      source,
      "routing",
      path,
      "A link leads to another website. End the form there with an outcome, or show a link.",
      textAt(link, key),
    );
  else extra(`next.${key}`, at(link, key), path, source);
}

/** What a page says of its entries, besides their names and number. */
const PARTS: ReadonlySet<string> = new Set([
  "options.name",
  "repeat.options.name",
  "repeat.options.title",
  "repeat.schema.min",
  "repeat.schema.max",
]);

function reportParts(page: Json, part: string, path: string, source: Source, within = part): void {
  const value = at(page, part);
  for (const key of keysOf(value)) {
    const whole = `${within}.${key}`;
    if (whole === "repeat.options" || whole === "repeat.schema") reportParts(value, key, path, source, whole);
    else if (!PARTS.has(whole)) extra(whole, at(value, key), path, source);
  }
}

const MOST_ENTRIES = 50;

function wholeAt(page: Json, key: string): number | undefined {
  const number = numberAt(page, "repeat", "schema", key);
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** A page that is asked again and again becomes one question: the group. */
export function groupOf(page: Json, read: ReadPage, source: Source): Asked | undefined {
  const { path, title } = read;
  const all = [...read.questions, ...read.revealed.map(({ asked }) => ({ ...asked, optional: true }))];
  const [only] = all;
  if (only === undefined) return undefined;
  if (only.type === "group" && all.length === 1) return headed(only, title, path, source);
  for (const { asked } of read.revealed)
    lose(
      source,
      "routing",
      `${path}, ${asked.source}`,
      "An option opened it. In an entry of a group all questions are asked: it is optional here.",
    );
  const entry = plainLine(textAt(page, "repeat", "options", "title")).slice(0, 100) || "entry";
  const least = Math.min(wholeAt(page, "min") ?? 1, MOST_ENTRIES);
  const most = wholeAt(page, "max");
  if ((most ?? 0) > MOST_ENTRIES) lose(source, "changed", path, `Up to ${most} entries were allowed; here at most ${MOST_ENTRIES}.`);
  return {
    source: textAt(page, "repeat", "options", "name") || textAt(page, "options", "name") || `${path.replace(/^\//, "")}-entries`,
    ask: title || entry,
    optional: least === 0,
    personal: false,
    type: "group",
    settings: { entry: entry.toLowerCase(), least, most: Math.max(Math.min(most ?? 20, MOST_ENTRIES), least, 1) },
    questions: inEntry(all, path, source),
  };
}
