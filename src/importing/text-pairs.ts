import type { Asked, Form } from "./form.ts";

/** A text of the English form, and what the Welsh one says in its place. `at` is a question or a page, by its name in the source. */
export interface TextPair {
  readonly at: string;
  readonly english: string;
  readonly welsh: string;
}

/** Every text that both forms have in the same place, and that is not the same in both. */
export function textPairs(english: Form, welsh: Form): readonly TextPair[] {
  const [theirs, pages] = [questionsOf(welsh), new Map(welsh.pages.map((page) => [page.source, page]))];
  return [
    ...pair("the title", english.title, welsh.title),
    ...pair("the start page", english.start, welsh.start),
    ...pair("the declaration", english.declaration, welsh.declaration),
    ...[...questionsOf(english)].flatMap(([at, asked]) => questionPairs(at, asked, theirs.get(at))),
    ...english.pages.flatMap(({ source, title, ending }) => [
      ...pair(source, title, pages.get(source)?.title),
      ...pair(source, ending, pages.get(source)?.ending),
    ]),
  ];
}

function questionPairs(at: string, english: Asked, welsh: Asked | undefined): readonly TextPair[] {
  const other = welsh === undefined ? new Map<string, string>() : textsOf(welsh);
  return [...textsOf(english)].flatMap(([name, text]) => pair(at, text, other.get(name)));
}

function pair(at: string, english: string | undefined, welsh: string | undefined): readonly TextPair[] {
  const both = english !== undefined && welsh !== undefined && english !== "" && welsh !== "" && english !== welsh;
  return both ? [{ at, english, welsh }] : [];
}

/** The questions of a form by their names in the source; those of a group under its own. */
export function questionsOf(form: Form): ReadonlyMap<string, Asked> {
  const within = (asked: Asked, prefix: string): readonly (readonly [string, Asked])[] => [
    [prefix + asked.source, asked],
    ...(asked.questions ?? []).flatMap((each) => within(each, `${prefix}${asked.source}, `)),
  ];
  return new Map(form.pages.flatMap(({ questions }) => questions.flatMap((asked) => within(asked, ""))));
}

/** What a question says, by what each text is; without the questions inside it. */
export function textsOf({ ask, hint, label, options, settings, must }: Asked): ReadonlyMap<string, string> {
  const words = ["declare", "unit", "entry"].map((name) => [name, settings[name]] as const);
  const all: readonly (readonly [string, unknown])[] = [
    ["question", ask],
    ["hint", hint],
    ["label", label],
    ["message", must?.say],
    ...words,
    ...(options ?? []).flatMap(({ value, text, hint: more }) => [
      [`option ${value}`, text] as const,
      [`hint of the option ${value}`, more] as const,
    ]),
  ];
  return new Map(all.flatMap(([name, text]) => (typeof text === "string" && text !== "" ? [[name, text] as const] : [])));
}
