import { askedText } from "./asked-text.ts";
import type { Asked, Form, Loss, Page } from "./form.ts";

/** What the Welsh form says where the English one says something, and where the two have drifted apart: what one asks and the other does not. */
export function compareWelsh(english: Form, welsh: Form): readonly Loss[] {
  const [ours, theirs] = [questionsOf(english), questionsOf(welsh)];
  const pairs = [...ours].flatMap(([source, asked]) => compare(source, asked, theirs.get(source)));
  const extra = [...theirs]
    .filter(([source]) => !ours.has(source))
    .map(([source, { ask }]) => drift(source, "Only the Welsh form asks it.", ask));
  return [
    ...routes(english.pages, welsh.pages),
    ...pairs,
    ...extra,
    ...order([...ours.keys()], [...theirs.keys()]),
    ...texts(english, welsh),
  ];
}

/** By the names in the source; those of a group under its own. */
function questionsOf(form: Form): ReadonlyMap<string, Asked> {
  const within = (asked: Asked, prefix: string): readonly (readonly [string, Asked])[] => [
    [prefix + asked.source, asked],
    ...(asked.questions ?? []).flatMap((each) => within(each, `${prefix}${asked.source}, `)),
  ];
  return new Map(form.pages.flatMap(({ questions }) => questions.flatMap((asked) => within(asked, ""))));
}

function drift(at: string, says: string, text?: string): Loss {
  return { kind: "drift", at, says, ...(text === undefined || text === "" ? {} : { text }) };
}

function translation(at: string, text: string): Loss {
  return { kind: "language", at, says: "In Welsh:", text };
}

function compare(source: string, english: Asked, welsh: Asked | undefined): readonly Loss[] {
  if (welsh === undefined) return [drift(source, "The Welsh form does not ask it.")];
  const found: Loss[] = [];
  if (english.type !== welsh.type)
    found.push(drift(source, `The English form asks it as ${english.type}, the Welsh one as ${welsh.type}.`));
  if (english.optional !== welsh.optional)
    found.push(drift(source, `It may be left empty only in the ${english.optional ? "English" : "Welsh"} form.`));
  if (english.ask === welsh.ask) found.push(drift(source, "It reads the same in both forms: perhaps it was never translated."));
  if (english.hint !== undefined && welsh.hint === undefined) found.push(drift(source, "The Welsh form has no hint.", english.hint));
  const limits = [limitsOf(english), limitsOf(welsh)];
  if (limits[0] !== limits[1]) found.push(drift(source, `What may be answered differs: ${limits.join(" in English, ")} in Welsh.`));
  return [...found, ...options(source, english, welsh), translation(source, askedText({ ...welsh, questions: [] }))];
}

/** What may be answered, without the words about it. */
function limitsOf({ settings, must }: Asked): string {
  const plain = Object.entries(settings).filter(([key]) => !["declare", "unit", "entry"].includes(key));
  return JSON.stringify([Object.fromEntries(plain), must?.rule]);
}

/** The texts of the options of one that the other does not have. */
function lacking(one: Asked, other: Asked): string {
  const values = new Set((other.options ?? []).map(({ value }) => value));
  const texts = (one.options ?? []).filter(({ value }) => !values.has(value)).map(({ text }) => text);
  return texts.join(", ").slice(0, 1000);
}

function options(source: string, english: Asked, welsh: Asked): readonly Loss[] {
  const [missing, added] = [lacking(english, welsh), lacking(welsh, english)];
  return [
    ...(missing === "" ? [] : [drift(source, `Options that the Welsh form lacks: ${missing}.`)]),
    ...(added === "" ? [] : [drift(source, `Options that only the Welsh form has: ${added}.`)]),
  ];
}

/** Pages that come under another condition, or end the form in one language only. */
function routes(english: readonly Page[], welsh: readonly Page[]): readonly Loss[] {
  const theirs = new Map(welsh.map((page) => [page.source, page]));
  return english.flatMap((page): readonly Loss[] => {
    const other = theirs.get(page.source);
    if (other === undefined) return page.ending === undefined ? [] : [drift(page.source, "The Welsh form does not end here.")];
    const turned = JSON.stringify(page.when) !== JSON.stringify(other.when);
    return [
      ...(turned ? [drift(page.source, "The two forms come to this page under different conditions. The English one counts here.")] : []),
      ...(page.ending === undefined ? [] : [translation(page.source, `${other.title}\n${other.ending ?? ""}`)]),
    ];
  });
}

function order(english: readonly string[], welsh: readonly string[]): readonly Loss[] {
  const [ours, theirs] = [english.filter((source) => welsh.includes(source)), welsh.filter((source) => english.includes(source))];
  const at = ours.findIndex((source, index) => source !== theirs[index]);
  return at < 0 ? [] : [drift(ours[at] ?? "", `The forms ask in another order from here on: the Welsh one asks ${theirs[at] ?? ""} next.`)];
}

function texts(english: Form, welsh: Form): readonly Loss[] {
  const all = [
    ["the title", english.title, welsh.title],
    ["the start page", english.start, welsh.start],
    ["the declaration", english.declaration, welsh.declaration],
  ] as const;
  const charged =
    JSON.stringify(english.fees) === JSON.stringify(welsh.fees) ? [] : [drift("the fee", "The two forms charge differently.")];
  const differing = all.flatMap(([at, ours, theirs]): readonly Loss[] => {
    if (theirs !== undefined) return ours === theirs ? [drift(at, "It reads the same in both forms.")] : [translation(at, theirs)];
    return ours === undefined ? [] : [drift(at, "The Welsh form has none.")];
  });
  return [...charged, ...differing];
}
