import { LONGEST_FILE } from "../definition/yaml/parse-yaml.ts";
import { readDefra } from "./defra.ts";
import { writeDefinition } from "./definition-text.ts";
import type { Dialect, Form, Imported, Loss } from "./form.ts";
import { refuse } from "./form.ts";
import { LARGEST_FILE, at, listAt, parseJson, textAt } from "./json.ts";
import type { Json } from "./json.ts";
import { foldRepeats } from "./fold-repeats.ts";
import { hyphenated } from "./names.ts";
import { reportText } from "./report.ts";
import type { Language } from "./localised.ts";
import { textPairs } from "./text-pairs.ts";
import { compareWelsh } from "./welsh.ts";
import { withWelsh } from "./with-welsh.ts";
import { readXgov } from "./xgov.ts";
import { readXlsform } from "./xlsform.ts";
import { readXlsx } from "./xlsx.ts";

const MOST_PAGES = 1000;
const MOST_COMPONENTS = 3000;
/** Over all questions; a list counts for each that shows it. */
const MOST_OPTIONS = 8000;

export interface SourceForm {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportedForm {
  readonly dialect: Dialect;
  /** The service's name, made from the form's. */
  readonly service: string;
  readonly definition: string;
  /** Markdown. */
  readonly report: string;
  readonly losses: readonly Loss[];
  /** Each question's name in the definition, by its name in the source. */
  readonly names: ReadonlyMap<string, string>;
}

export interface Wishes {
  readonly service?: string;
  /** The same form in Welsh, where it is a form of its own. */
  readonly welsh?: SourceForm;
}

/** Reads a form of another engine, guesses which, and writes it as a definition with a report of what could not be said. Pure. */
export function importForm(source: SourceForm, { service, welsh }: Wishes = {}): Imported<ImportedForm> {
  const form = readForm(source);
  if (!form.ok) return form;
  const other = welsh === undefined ? undefined : readForm(welsh, "cy");
  if (other?.ok === false) return refuse(`The Welsh form: ${other.refusal.why}`, other.refusal.fix);
  const drifted = other === undefined ? [] : compareWelsh(form.value, other.value);
  return written(source, form.value, drifted, { service, welsh: other?.value ?? ownWelsh(source, form.value) });
}

/** A file may say everything in both languages. */
function ownWelsh(source: SourceForm, english: Form): Form | undefined {
  const welsh = readForm(source, "cy");
  return welsh.ok && textPairs(english, welsh.value).length > 0 ? welsh.value : undefined;
}

interface Writing {
  readonly service: string | undefined;
  readonly welsh: Form | undefined;
}

function written(source: SourceForm, read: Form, drifted: readonly Loss[], { service, welsh }: Writing): Imported<ImportedForm> {
  const form = foldRepeats(read);
  const name = service ?? (hyphenated(form.title).replace(/^[^a-z]+/, "") || "imported-form");
  const english = writeDefinition(form, name, source.name);
  const all = [...form.losses, ...english.losses, ...drifted];
  const { text, questions, losses } = welsh === undefined ? { ...english, losses: all } : withWelsh(english, read, welsh, all);
  if (text.length > LONGEST_FILE)
    return refuse(`The definition would have ${text.length} characters; at most ${LONGEST_FILE} are read.`, "Import the form in parts.");
  if (questions.size === 0) return refuse("The form asks nothing.", "Check that this is the whole form.");
  const { dialect } = form;
  const names = new Map([...questions].map(([source, { id }]) => [source, id]));
  return {
    ok: true,
    value: { dialect, service: name, definition: text, report: reportText(source.name, form, losses, questions), losses, names },
  };
}

/**
 * Reads a file into the tree of its dialect, told by its first bytes and by what stands in it, whatever its name says. `language` is the one that
 * is taken where a text stands in several.
 */
export function readForm({ bytes }: SourceForm, language: Language = "en"): Imported<Form> {
  if (bytes.length > LARGEST_FILE)
    return refuse(
      `The file has more than ${LARGEST_FILE / 1_000_000} million bytes.`,
      "Export only the form, without answers or pictures.",
    );
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const book = readXlsx(bytes, ["survey", "choices", "external_choices", "settings"]);
    return book.ok ? readXlsform(book.value, language) : book;
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return refuse(
      "The file is a spreadsheet of the old kind, or one with a password.",
      "Open it in a spreadsheet program and save it as .xlsx.",
    );
  const json = parseJson(new TextDecoder().decode(bytes));
  return json.ok ? readJson(json.value, language) : json;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function readJson(json: Json, language: Language): Imported<Form> {
  const pages = listAt(json, "pages");
  const components = pages.reduce((count: number, page) => count + listAt(page, "components").length, 0);
  if (pages.length === 0)
    return refuse(
      "The file has no pages, so it is no form of the XGov or the Defra form builder.",
      "Export the form from its designer as JSON.",
    );
  if (pages.length > MOST_PAGES || components > MOST_COMPONENTS) {
    return refuse(
      `The form has ${pages.length} pages and ${components} components; at most ${MOST_PAGES} and ${MOST_COMPONENTS} are read.`,
      "Import it in parts.",
    );
  }
  if (optionsIn(json) > MOST_OPTIONS) return refuse(`The form has more than ${MOST_OPTIONS} options to choose from.`, "Shorten its lists.");
  return { ok: true, value: isDefra(json) ? readDefra(json, language) : readXgov(json, language) };
}

function optionsIn(json: Json): number {
  const sizes = new Map(
    listAt(json, "lists").flatMap((list) => ["id", "name"].map((key) => [textAt(list, key), listAt(list, "items").length])),
  );
  let count = 0;
  for (const page of listAt(json, "pages"))
    for (const component of listAt(page, "components"))
      count += sizes.get(textAt(component, "list") || textAt(component, "values", "list")) ?? 0;
  return count;
}

/** What only the forms of the Defra designer have. */
function isDefra(json: Json): boolean {
  if (at(json, "engine") !== undefined || at(json, "schema") !== undefined) return true;
  if (listAt(json, "conditions").some((condition) => at(condition, "items") !== undefined)) return true;
  return listAt(json, "pages").some((page) => textAt(page, "condition") !== "" || textAt(page, "controller") === "TerminalPageController");
}
