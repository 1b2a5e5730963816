import type { Condition } from "./condition.ts";
import type { Asked, Page } from "./form.ts";
import { entryOf as valueAt } from "./json.ts";

/** Pages that ask about one of several things: all of them carry its number. */
export interface Entry {
  readonly number: number;
  readonly pages: readonly Page[];
  readonly questions: readonly Asked[];
  /** The question at its end that asks if there is another. */
  readonly another?: Asked;
}

export interface Run {
  readonly entries: readonly Entry[];
  /** What one of the things is called. */
  readonly thing: string;
}

const MOST_ENTRIES = 50;
/** Of one entry. */
const MOST_PAGES = 20;

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ["one", "first"],
    ["two", "second"],
    ["three", "third"],
    ["four", "fourth"],
    ["five", "fifth"],
    ["six", "sixth"],
    ["seven", "seventh"],
    ["eight", "eighth"],
    ["nine", "ninth"],
    ["ten", "tenth"],
  ].flatMap((words, index) => words.map((word) => [word, index + 1])),
);

interface Word {
  /** A number where it is one, in digits or in letters. */
  readonly is: string | number;
  readonly at: number;
  readonly length: number;
}

/** The words of a name or a text, numbers among them: `child2Name` and `second child’s name` have a 2. */
function wordsOf(text: string): readonly Word[] {
  const found = text.slice(0, 500).matchAll(/\d+(?:st|nd|rd|th)?|\p{Lu}?[\p{Ll}’']+|\p{L}/gu);
  return [...found].map(({ 0: word, index }) => {
    const plain = word.toLowerCase();
    const is = /^\d/.test(plain) ? Number.parseInt(plain, 10) : (valueAt(NUMBERS, plain) ?? plain);
    return { is, at: index, length: word.length };
  });
}

/** Whether two texts are the same but for the numbers of their entries. */
export function sameText(one: string | undefined, oneNumber: number, other: string | undefined, otherNumber: number): boolean {
  const [words, others] = [wordsOf(one ?? ""), wordsOf(other ?? "")];
  return (
    words.length === others.length &&
    words.every(({ is }, index) => is === others[index]?.is || (is === oneNumber && others[index]?.is === otherNumber))
  );
}

/** A text for all entries: without the numbers in which it differs from that of another entry. */
export function withoutNumber(text: string, other: string): string {
  const others = wordsOf(other);
  const differing = wordsOf(text).filter(({ is }, index) => typeof is === "number" && others[index]?.is !== is);
  const plain = differing.toReversed().reduce((rest, { at, length }) => rest.slice(0, at) + rest.slice(at + length), text);
  return tidy(plain) || text;
}

function tidy(text: string): string {
  return text
    .replaceAll(/\s{2,}/g, " ")
    .replaceAll(/\s+([’':?,.])/g, "$1")
    .replaceAll(/([_.-])[_.-]+/g, "$1")
    .replaceAll(/^[\s:_.-]+|[\s:_-]+$/g, "");
}

/** Where the number of a page may stand: in the names of its questions, its address or its heading, at the front or at the end. */
type Way = (page: Page) => readonly string[];
const WAYS: readonly Way[] = [
  ({ questions }) => questions.map(({ source }) => source),
  ({ source }) => [source],
  ({ title, questions }) => [title === "" ? (questions[0]?.ask ?? "") : title],
];
type End = "first" | "last";

function numberOf(text: string, end: End): number | undefined {
  const numbers = wordsOf(text).flatMap(({ is }) => (typeof is === "number" ? [is] : []));
  return numbers.at(end === "first" ? 0 : -1);
}

/** The longest run of numbered pages that begins at a page; undefined where fewer than two follow each other. */
export function runAt(pages: readonly Page[], from: number): Run | undefined {
  let longest: Run | undefined;
  for (const way of WAYS) {
    for (const end of ["first", "last"] as const) {
      const carries = (page: Page | undefined, number: number): boolean =>
        page?.ending === undefined &&
        page !== undefined &&
        way(page).length > 0 &&
        way(page).every((text) => numberOf(text, end) === number);
      const entries = entriesFrom(pages, from, carries);
      if (entries.length > Math.max(1, longest?.entries.length ?? 0)) {
        const [first] = entries;
        longest = { entries, thing: thingIn(way(first?.pages[0] ?? NO_PAGE)[0] ?? "") };
      }
    }
  }
  return longest;
}

const NO_PAGE: Page = { source: "", title: "", questions: [] };

function entriesFrom(pages: readonly Page[], from: number, carries: (page: Page | undefined, number: number) => boolean): readonly Entry[] {
  const entries: Entry[] = [];
  let at = from;
  for (let number = 1; number <= MOST_ENTRIES; number++) {
    const start = at;
    while (at - start < MOST_PAGES && carries(pages[at], number)) at++;
    if (at === start) break;
    const next = pages[at];
    // The page that asks for another need carry no number.
    if (!carries(next, number + 1) && carries(pages[at + 1], number + 1) && asksForMore(next, pages[at + 1])) at++;
    entries.push(entryOf(number, pages.slice(start, at), pages[at]));
  }
  return entries;
}

function asksForMore(page: Page | undefined, next: Page | undefined): boolean {
  const [only] = page?.questions ?? [];
  return page?.questions.length === 1 && only?.type === "yes-no" && isYes(next?.when, only.source);
}

function entryOf(number: number, pages: readonly Page[], next: Page | undefined): Entry {
  const questions = pages.flatMap((page) => page.questions);
  const last = questions.at(-1);
  return last?.type === "yes-no" && isYes(next?.when, last.source)
    ? { number, pages, questions: questions.slice(0, -1), another: last }
    : { number, pages, questions };
}

export function isYes(when: Condition | undefined, field: string): boolean {
  return JSON.stringify(when) === JSON.stringify({ kind: "test", field, test: { op: "=", value: { yes: true } } });
}

/** The word before the number, as in `child 1 name`; else the one after it, as in `first child`. */
function thingIn(text: string): string {
  const words = wordsOf(text).map(({ is }) => is);
  const at = words.indexOf(1);
  const near = [words[at - 1], words[at + 1]].find((word) => typeof word === "string" && word.length > 2);
  return typeof near === "string" ? near.replaceAll(/[’'].*$/g, "") : "entry";
}
