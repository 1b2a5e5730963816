import { fieldsIn } from "./condition.ts";
import type { Asked, Form, Loss, Page } from "./form.ts";
import { isYes, runAt, sameText, withoutNumber } from "./repeat-runs.ts";
import type { Entry, Run } from "./repeat-runs.ts";

/**
 * Forms without repeats ask the same pages again and again: child 1, child 2, child 3. Where each is asked because the one before it said
 * there is another, or all are asked of the same people, they become one group. A run that cannot be shown to mean the same stays as it is,
 * and the report says why.
 */
export function foldRepeats(form: Form): Form {
  const losses: Loss[] = [];
  const pages: Page[] = [];
  for (let at = 0; at < form.pages.length;) {
    const run = runAt(form.pages, at);
    const size = run?.entries.flatMap((entry) => entry.pages).length ?? 1;
    pages.push(...(run === undefined ? form.pages.slice(at, at + 1) : foldRun(run, form, losses)));
    at += size;
  }
  return losses.length === 0 ? form : { ...form, pages, losses: [...form.losses, ...losses] };
}

function foldRun(run: Run, form: Form, losses: Loss[]): readonly Page[] {
  const pages = run.entries.flatMap((entry) => entry.pages);
  const entries = withoutVainEnd(run.entries);
  const [first] = entries;
  // Pages that happen to be numbered, such as a first and a second step, are no repeat at all.
  if (first === undefined || entries.some((entry) => typesOf(entry) !== typesOf(first))) return pages;
  const names = pages.map(({ source }) => source).join(", ");
  const why = whyNot(entries, run, form);
  if (why !== undefined) {
    const says = `These pages seem to ask the same of each ${run.thing}, but ${why}. They stay as they are; a group would be shorter: ${names}.`;
    losses.push({ kind: "changed", at: first.pages[0]?.source ?? "", says });
    return pages;
  }
  const page = groupPage(first, entries, run.thing);
  losses.push({ kind: "changed", at: page.source, says: foldedText(run, page) });
  return [page];
}

function foldedText({ entries, thing }: Run, page: Page): string {
  const [group] = page.questions;
  const questions = (group?.questions ?? []).map(({ source }, index) => {
    const old = entries.flatMap(({ questions }) => questions.slice(index, index + 1).map((each) => each.source));
    return `${old.join(", ")} → ${source}`;
  });
  const asking = entries.flatMap(({ another }) => (another === undefined ? [] : [another.source]));
  const more = asking.length === 0 ? "" : ` The questions if there is another (${asking.join(", ")}) became the button that adds one.`;
  return `The pages for each ${thing} became one group, ‘${group?.ask ?? ""}’, with up to ${entries.length} entries: ${questions.join("; ")}.${more} Read its wording through.`;
}

/** The last entry may ask in vain if there is another: nothing follows from the answer. */
function withoutVainEnd(entries: readonly Entry[]): readonly Entry[] {
  const [first, last] = [entries[0], entries.at(-1)];
  const vain = last?.questions.at(-1);
  if (first?.another === undefined || last === undefined || vain?.type !== "yes-no") return entries;
  if (last.questions.length !== first.questions.length + 1) return entries;
  return [...entries.slice(0, -1), { ...last, questions: last.questions.slice(0, -1) }];
}

function typesOf({ questions }: Entry): string {
  return questions.map(({ type }) => type).join(" ");
}

function whyNot(entries: readonly Entry[], run: Run, form: Form): string | undefined {
  const [first] = entries;
  if (first === undefined || first.questions.length === 0) return "they ask nothing else";
  if (entries.some(({ questions }) => questions.some(({ type }) => type === "group"))) return "a group stands among them";
  if (entries.some(({ questions }) => questions.some(({ must }) => must !== undefined))) return "an answer has to meet a rule of its own";
  const unlike = entries.flatMap((entry) =>
    entry.questions.filter((question, at) => !isLike(question, entry, first.questions[at], first)),
  )[0];
  if (unlike !== undefined) return `${unlike.source} is not asked in the same words and the same way`;
  if (!guarded(entries)) return "they are not all asked of the same people, nor each because the one before said there is another";
  const reader = readerOf(run, form);
  return reader === undefined ? undefined : `${reader} reads the answers of one of them`;
}

function shape({ type, optional, personal, options, settings }: Asked): string {
  return JSON.stringify([type, optional, personal, options, settings]);
}

function isLike(question: Asked, { number }: Entry, other: Asked | undefined, first: Entry): boolean {
  if (other === undefined || shape(question) !== shape(other)) return false;
  return (["ask", "hint", "label"] as const).every((text) => sameText(other[text], first.number, question[text], number));
}

function chained(entries: readonly Entry[]): boolean {
  return entries.slice(0, -1).every(({ another }) => another !== undefined);
}

/** Whether each page is asked under the one condition that it should be. */
function guarded(entries: readonly Entry[]): boolean {
  const when = JSON.stringify(entries[0]?.pages[0]?.when);
  const chain = chained(entries);
  return entries.every(({ pages }, at) => {
    const before = entries[at - 1]?.another;
    return pages.every((page) => (chain && before !== undefined ? isYes(page.when, before.source) : JSON.stringify(page.when) === when));
  });
}

/** What else reads an answer of the run: a page by its address, or the fee. */
function readerOf({ entries }: Run, form: Form): string | undefined {
  const within = new Set(entries.flatMap(({ pages }) => pages));
  const own = new Set([...within].flatMap(({ questions }) => questions.map(({ source }) => source)));
  const reads = (fields: readonly string[]): boolean => fields.some((field) => own.has(field));
  const page = form.pages.find((each) => {
    const rules = [each.when, ...each.questions.map(({ must }) => must?.rule)];
    return !within.has(each) && rules.some((rule) => rule !== undefined && reads(fieldsIn(rule)));
  });
  if (page !== undefined) return page.source;
  const paid = form.fees.some(
    ({ times, cases }) => (times !== undefined && own.has(times)) || cases.some(({ when }) => reads(fieldsIn(when))),
  );
  return paid ? "the fee" : undefined;
}

function groupPage(first: Entry, entries: readonly Entry[], thing: string): Page {
  const [page] = first.pages;
  const questions = first.questions.map((question, at) => forAll(question, entries[1]?.questions[at] ?? question, thing));
  // Pages that may all be left empty need no entry.
  const least = first.questions.every(({ optional }) => optional) ? 0 : chained(entries) ? 1 : entries.length;
  const settings = { entry: thing, least, most: entries.length };
  const ask = `Tell us about each ${thing}`;
  const source = `${thing} 1 to ${entries.length}`;
  const group: Asked = { source, ask, optional: least === 0, personal: false, type: "group", settings, questions };
  return { source: page?.source ?? "", title: ask, questions: [group], ...(page?.when === undefined ? {} : { when: page.when }) };
}

/** The question of all entries, made of those of the first two. */
function forAll(question: Asked, second: Asked, thing: string): Asked {
  const { hint, label } = question;
  return {
    ...question,
    source: withoutNumber(question.source, second.source),
    ask: spoken(withoutNumber(question.ask, second.ask), question.ask, thing),
    ...(hint === undefined ? {} : { hint: spoken(withoutNumber(hint, second.hint ?? ""), hint, thing) }),
    ...(label === undefined ? {} : { label: withoutNumber(label, second.label ?? "") }),
  };
}

/** `When was child 1 born?` is `When was the child born?` */
function spoken(text: string, before: string, thing: string): string {
  if (text === before) return text;
  const at = text.indexOf(` ${thing}`);
  const named = /\b(the|a|an|each|every|another|this|that|my|your|his|her|their|our)$/i.test(text.slice(0, at));
  return at < 1 || named ? text : `${text.slice(0, at)} the${text.slice(at)}`;
}
