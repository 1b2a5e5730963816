import { CONTENT_TYPES, askedOf, contentOf, lose, seemsSecret } from "./components.ts";
import type { Source } from "./components.ts";
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
  /** The texts on it, as paragraphs. */
  readonly content: string;
}

/** The kind of a page: the last part of what may be the path of a program file. */
export function controllerOf(page: Json): string {
  return (
    textAt(page, "controller")
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.[jt]s$/, "") ?? ""
  );
}

export function repeats(page: Json): boolean {
  const controller = controllerOf(page);
  return controller === "RepeatPageController" || controller === "RepeatingFieldPageController" || textAt(page, "repeatField") !== "";
}

/** The questions by name; of two of the same name the first is asked. */
export function firstOf(pages: readonly { readonly read: ReadPage }[]): ReadonlyMap<string, Asked> {
  return new Map(pages.flatMap(({ read }) => read.questions.map((question) => [question.source, question] as const)).toReversed());
}

const LONGEST_HINT = 300;
const KNOWN_KEYS: ReadonlySet<string> = new Set(
  "id path title controller components next condition section repeat repeatField options".split(" "),
);

/** Reads a page: its questions, and its texts, of which a short one beside a single question becomes the hint. */
export function readPage(page: Json, source: Source): ReadPage {
  const path = textAt(page, "path").slice(0, 200);
  const controller = controllerOf(page);
  const components = listAt(page, "components");
  const content = components
    .filter((component) => CONTENT_TYPES.has(textAt(component, "type")))
    .map((component) => contentOf(component, source))
    .filter((text) => text !== "")
    .join("\n\n");
  reportPage(page, path, source);
  const asked = components
    .filter((component) => !CONTENT_TYPES.has(textAt(component, "type")) && textAt(component, "type") !== "PaymentField")
    .map((component) => askedOf(component, path, source))
    .filter((question) => question !== undefined);
  const title = titleOf(page, path, source);
  const [only] = asked;
  const questions = only !== undefined && asked.length === 1 && !repeats(page) ? [headed(withHint(only, content), title)] : asked;
  const hinted = questions.length === 1 && questions[0]?.hint !== only?.hint;
  if (questions.length > 0 && content !== "" && !hinted) lose(source, "kept", path, "Texts on the page.", content);
  return { path, title, controller, questions, content };
}

function withHint(question: Asked, content: string): Asked {
  const fits = question.hint === undefined && content !== "" && content.length <= LONGEST_HINT && !/[\n\]]/.test(content);
  return fits ? { ...question, hint: content } : question;
}

/** The engines show the page's title in place of the only question's. The other one becomes the label, so that neither is lost. */
function headed(question: Asked, title: string): Asked {
  if (title === "" || title === question.ask) return question;
  const [ask, other] = question.ask.endsWith("?") && !title.endsWith("?") ? [question.ask, title] : [title, question.ask];
  return { ...question, ask, label: question.label ?? other };
}

function reportPage(page: Json, path: string, source: Source): void {
  for (const key of keysOf(page)) {
    const value = at(page, key);
    if (KNOWN_KEYS.has(key) || value === "" || value === null) continue;
    if (key === "events" || seemsSecret(key, value)) lose(source, "secret", path, `${key} is left out.`);
    else lose(source, "left", path, `${key} has no place here.`, JSON.stringify(value).slice(0, 500));
  }
  for (const component of listAt(page, "components")) {
    const condition = textAt(component, "options", "condition");
    if (condition === "" || !CONTENT_TYPES.has(textAt(component, "type"))) continue;
    lose(source, "left", path, `A text is shown only under the condition ${condition.slice(0, 100)}.`);
  }
}

const MOST_ENTRIES = 50;

function wholeAt(page: Json, key: string): number | undefined {
  const number = numberAt(page, "repeat", "schema", key);
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** A page that is asked again and again becomes one question: the group. */
export function groupOf(page: Json, { path, title, questions }: ReadPage, source: Source): Asked | undefined {
  if (questions.length === 0) return undefined;
  const name = textAt(page, "repeat", "options", "name") || textAt(page, "options", "name") || `${path.replace(/^\//, "")}-entries`;
  const entry = plainLine(textAt(page, "repeat", "options", "title")).slice(0, 100) || "entry";
  const least = Math.min(wholeAt(page, "min") ?? 1, MOST_ENTRIES);
  const most = wholeAt(page, "max");
  if ((most ?? 0) > MOST_ENTRIES) lose(source, "changed", path, `Up to ${most} entries were allowed; here at most ${MOST_ENTRIES}.`);
  return {
    source: name,
    ask: title || entry,
    optional: least === 0,
    personal: false,
    type: "group",
    settings: { entry: entry.toLowerCase(), least, most: Math.max(Math.min(most ?? 20, MOST_ENTRIES), least, 1) },
    questions,
  };
}
