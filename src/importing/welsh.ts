import type { Asked, Form, Loss, Page } from "./form.ts";
import { questionsOf, textsOf } from "./text-pairs.ts";

/** Where the two forms have drifted apart: what one asks, says or allows and the other does not. */
export function compareWelsh(english: Form, welsh: Form): readonly Loss[] {
  const [ours, theirs] = [questionsOf(english), questionsOf(welsh)];
  const pairs = [...ours].flatMap(([source, asked]) => compare(source, asked, theirs.get(source)));
  const extra = [...theirs]
    .filter(([source]) => !ours.has(source))
    .map(([source, asked]) => drift(source, "Only the Welsh form asks it.", [...textsOf(asked).values()].join("\n")));
  return [
    ...routes(english.pages, welsh.pages),
    ...pairs,
    ...extra,
    ...order([...ours.keys()], [...theirs.keys()]),
    ...texts(english, welsh),
  ];
}

function drift(at: string, says: string, text?: string): Loss {
  return { kind: "drift", at, says, ...(text === undefined || text === "" ? {} : { text }) };
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
  return [...found, ...options(source, english, welsh), ...onlyWelsh(source, english, welsh)];
}

/** Texts that only the Welsh question has; options are told of apart. */
function onlyWelsh(source: string, english: Asked, welsh: Asked): readonly Loss[] {
  const ours = textsOf(english);
  return [...textsOf(welsh)].flatMap(([name, text]) =>
    ours.has(name) || name.startsWith("option ") ? [] : [drift(source, `Only the Welsh form has its ${name.slice(0, 100)}.`, text)],
  );
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
  const [ours, theirs] = [english, welsh].map((pages) => new Map(pages.map((page) => [page.source, page])));
  const turned = english.filter((page) => {
    const other = theirs?.get(page.source);
    return other !== undefined && JSON.stringify(page.when) !== JSON.stringify(other.when);
  });
  return [
    ...turned.map(({ source }) =>
      drift(source, "The two forms come to this page under different conditions. The English one counts here."),
    ),
    ...english.flatMap(({ source, ending }) =>
      ending !== undefined && theirs?.get(source)?.ending === undefined ? [drift(source, "The Welsh form does not end here.")] : [],
    ),
    ...welsh.flatMap(({ source, title, ending }) =>
      ending !== undefined && ours?.get(source)?.ending === undefined
        ? [drift(source, "Only the Welsh form ends here.", `${title}\n${ending}`)]
        : [],
    ),
  ];
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
    if (ours === undefined) return theirs === undefined ? [] : [drift(at, "Only the Welsh form has one.", theirs)];
    if (theirs === undefined) return [drift(at, "The Welsh form has none.")];
    return ours === theirs ? [drift(at, "It reads the same in both forms.")] : [];
  });
  return [...charged, ...differing];
}
