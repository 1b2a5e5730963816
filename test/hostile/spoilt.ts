import * as fc from "fast-check";

/** What stands for something in YAML, in rules or in the program, and much of what breaks programs that read. */
const BITS = fc.constantFrom(
  "[",
  "]",
  "{",
  "}",
  "- ",
  ": ",
  ", ",
  '"',
  "'",
  "|\n",
  ">-\n",
  "? ",
  "#",
  "\n",
  "\n  ",
  "\t",
  "  ",
  "&a ",
  "*a",
  "<<: *a",
  "!!js ",
  "%YAML 9\n",
  "---\n",
  "\u0000",
  "\uFFFE",
  "\uD800",
  "\u202E",
  "😀",
  "é",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "true",
  "~",
  "1e999",
  "-1",
  "0.1",
  "99999999999999999999",
  "2026-02-30",
  "(",
  ")",
  "not(",
  " and ",
  " or ",
  "if ",
  " then ",
  "count(",
  "sum(",
  " in [",
  "..",
  " = ",
  " < ",
  "some x in ",
  "today",
  "{name}",
);
const TIMES = fc.constantFrom(1, 1, 1, 1, 2, 3, 40, 500, 20_000);

/** A text with pieces of it cut, doubled, moved, taken from another text, or written over. */
function spoil(texts: readonly string[]): fc.Arbitrary<string> {
  const cut = fc.record({
    at: fc.nat(),
    length: fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 400 })),
    bit: fc.oneof(fc.constant(""), BITS),
    times: TIMES,
  });
  const write = cut.map(({ at, length, bit, times }) => (text: string): string => {
    const from = at % text.length;
    return text.slice(0, from) + bit.repeat(times) + text.slice(from + length);
  });
  const move = fc
    .record({ from: fc.nat(), to: fc.nat(), count: fc.integer({ min: 1, max: 8 }), other: fc.constantFrom(...texts), stays: fc.boolean() })
    .map(({ from, to, count, other, stays }) => (text: string): string => {
      const [lines, given] = [text.split("\n"), (stays ? other : text).split("\n")];
      const first = from % given.length;
      const taken = given.slice(first, first + count);
      if (!stays) lines.splice(first, count);
      return lines.toSpliced(to % (lines.length + 1), 0, ...taken).join("\n");
    });
  // One word for another makes what reads well and means nothing, which comes further than a broken file.
  const swap = fc
    .record({ word: fc.nat(), by: fc.nat(), other: fc.constantFrom(...texts) })
    .map(({ word, by, other }) => (text: string): string => {
      const words = [...text.matchAll(/[a-z_]+/g)];
      const others = [...other.matchAll(/[\w.£"'<>=-]+/g)];
      const [old, next] = [words[word % words.length], others[by % others.length]];
      return old === undefined || next === undefined ? text : text.slice(0, old.index) + next[0] + text.slice(old.index + old[0].length);
    });
  const change = fc.oneof(write, move, swap, swap);
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([text, changes]) => changes.reduce((so, one) => (so === "" ? text : one(so)), text));
}

/** That many spoilt texts, the same for the same seed. */
export function spoiltTexts(texts: readonly string[], count: number, seed: number): readonly string[] {
  return fc.sample(spoil(texts), { numRuns: count, seed });
}
