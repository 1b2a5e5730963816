/** The label of an option that stands for numbers: "1 to 5 people" is from 1 to 5 of "people". */
export interface LabelRange {
  readonly low: number;
  readonly high: number;
  /** Whether the ends themselves are meant. */
  readonly lowIn: boolean;
  readonly highIn: boolean;
  /** What is counted, so that only like is compared with like. */
  readonly of: string;
}

type Ends = Omit<LabelRange, "of">;

const N = String.raw`£?(\d[\d,]*(?:\.\d+)?)`;
const END = Number.POSITIVE_INFINITY;

/** The longer forms first. */
const FORMS: readonly (readonly [RegExp, (first: number, second: number) => Ends])[] = [
  [
    new RegExp(String.raw`\b(?:between |from )?${N} ?(?:-|–|—|to|and) ?${N}`, "i"),
    (low, high) => ({ low, high, lowIn: true, highIn: true }),
  ],
  [new RegExp(String.raw`${N}(.*?)\bor (?:more|over|above|older)\b`, "i"), (low) => ({ low, high: END, lowIn: true, highIn: false })],
  [
    new RegExp(String.raw`${N}(.*?)\bor (?:less|fewer|under|below|younger)\b`, "i"),
    (high) => ({ low: -END, high, lowIn: false, highIn: true }),
  ],
  [new RegExp(String.raw`\b(?:at least) ${N}`, "i"), (low) => ({ low, high: END, lowIn: true, highIn: false })],
  [new RegExp(String.raw`\b(?:up to|at most) ${N}`, "i"), (high) => ({ low: -END, high, lowIn: false, highIn: true })],
  [new RegExp(String.raw`\b(?:more than|over|above) ${N}`, "i"), (low) => ({ low, high: END, lowIn: false, highIn: false })],
  [new RegExp(String.raw`\b(?:less than|fewer than|under|below) ${N}`, "i"), (high) => ({ low: -END, high, lowIn: false, highIn: false })],
  [new RegExp(String.raw`${N} ?\+`, "i"), (low) => ({ low, high: END, lowIn: true, highIn: false })],
];

/** The numbers a label stands for; undefined where it is not about a range. Times of the day and days are left alone. */
export function rangeOf(label: string): LabelRange | undefined {
  if (
    /\d\s*(?:am|pm)\b|\d:\d|\d\/\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i.test(
      label,
    )
  )
    return undefined;
  for (const [form, ends] of FORMS) {
    const found = form.exec(label);
    if (found === null) continue;
    const rest = label.replace(found[0], /[a-z]/i.test(found[2] ?? "") ? (found[2] ?? "") : "");
    return { ...ends(numberOf(found[1]), numberOf(found[2])), of: alike(rest) };
  }
  return undefined;
}

function numberOf(text: string | undefined): number {
  return Number((text ?? "").replaceAll(",", ""));
}

/** A number that is meant by both. */
export function sharedNumber(one: LabelRange, other: LabelRange): number | undefined {
  if (one.of !== other.of) return undefined;
  const low = Math.max(one.low, other.low);
  const high = Math.min(one.high, other.high);
  if (low > high) return undefined;
  const inside = (at: number): boolean =>
    [one, other].every((range) => (at > range.low || range.lowIn) && (at < range.high || range.highIn));
  if (low === high) return inside(low) ? low : undefined;
  if (Number.isFinite(low)) return inside(low) ? low : low + Math.min(1, (high - low) / 2);
  return Number.isFinite(high) ? (inside(high) ? high : high - 1) : 0;
}

/** A label without what does not tell it from another: case, punctuation, articles and the s of a plural. */
export function alike(label: string): string {
  const words = label
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}£%+]+/gu, " ")
    .trim()
    .split(" ")
    .filter((word) => !["a", "an", "the", "my", "your", "its"].includes(word));
  return words.map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, "") : word)).join(" ");
}
