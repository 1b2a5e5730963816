/** One thing that differs between two definitions of a service, in plain words. */
export interface Change {
  /** Which part of the definition: the heading it goes under. */
  readonly part: Part;
  readonly words: string;
  /** What it means for a journey that is under way, where it means anything. */
  readonly drafts?: string;
  /** The question whose answers mean something else now, or may be refused. */
  readonly changedMeaning?: string;
}

/** The parts of a definition, with the heading of each. In the order printed. */
export const PARTS = {
  service: "The service",
  questions: "What is asked",
  flow: "The way through",
  money: "Fee",
  tables: "Decision tables",
  case: "The case",
  messages: "Messages",
  keeping: "How long it is kept, and on what basis",
  welsh: "Its Welsh",
} as const;

export type Part = keyof typeof PARTS;

const LONGEST = 160;
const BEFORE_DIFFERENCE = 40;

function oneLine(text: string | undefined): string {
  return (text ?? "").replaceAll(/\s+/g, " ").trim();
}

/** A text as one line in quotes, cut where it is long; "nothing" where there is none. `from` is the first character shown. */
export function quoted(text: string | undefined, from = 0): string {
  const line = oneLine(text);
  if (line === "") return "nothing";
  const shown = line.slice(from, from + LONGEST).toWellFormed();
  return `‘${from > 0 ? "…" : ""}${shown}${from + LONGEST < line.length ? "…" : ""}’`;
}

/** A sentence "X was A and becomes B" when they differ; nothing when they don't. Long texts are shown from just before they differ. */
export function became(part: Part, what: string, before: string | undefined, after: string | undefined): readonly Change[] {
  const [was, is] = [oneLine(before), oneLine(after)];
  if (was === is) return [];
  const long = Math.max(was.length, is.length) > LONGEST;
  const from = long ? Math.max(0, firstDifference(was, is) - BEFORE_DIFFERENCE) : 0;
  return [{ part, words: `${what} was ${quoted(was, from)} and becomes ${quoted(is, from)}.` }];
}

function firstDifference(one: string, other: string): number {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return at;
  return one.length;
}

/** What each key that only one side has, and each that both have, gives. */
export function compareEach<Item>(
  before: ReadonlyMap<string, Item>,
  after: ReadonlyMap<string, Item>,
  say: {
    readonly added: (id: string, item: Item) => readonly Change[];
    readonly removed: (id: string, item: Item) => readonly Change[];
    readonly both: (id: string, before: Item, after: Item) => readonly Change[];
  },
): readonly Change[] {
  const gone = [...before].flatMap(([id, item]) => (after.has(id) ? [] : say.removed(id, item)));
  const rest = [...after].flatMap(([id, item]) => {
    const former = before.get(id);
    return former === undefined ? say.added(id, item) : say.both(id, former, item);
  });
  return [...gone, ...rest];
}

/** "1 year", "5 working days", "20 working days (foi)". */
export function lengthInWords({ amount, unit, law }: { readonly amount: number; readonly unit: string; readonly law?: string }): string {
  return `${amount} ${amount === 1 ? unit.replace(/s$/, "") : unit}${law === undefined ? "" : ` (${law})`}`;
}
