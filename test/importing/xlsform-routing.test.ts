import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Answer } from "../../src/answers/answer-type.ts";
import { imported, takeOurs } from "./imported.ts";
import { xlsxFile } from "./xlsx-file.ts";

const KINDS = ["integer", "select_one letters", "select_multiple letters", "text", "select_one yes_no"] as const;
type Kind = (typeof KINDS)[number];

interface Field {
  readonly name: string;
  readonly kind: Kind;
  readonly required: boolean;
}

/** An answer as a spreadsheet form holds it: text, with the options chosen separated by spaces; empty where there is none. */
type Held = Readonly<Record<string, string>>;

/** A condition with the text that says it and what it comes to, so that no parser stands between the two. */
interface Said {
  readonly text: string;
  holds(held: Held): boolean;
}

function leaf({ name, kind }: Field, pick: number): Said {
  const value = (held: Held): string => held[name] ?? "";
  if (kind === "integer") {
    const number = [0, 3, 5][pick % 3] ?? 0;
    const signs: readonly [string, (left: number) => boolean][] = [
      ["=", (left) => left === number],
      ["!=", (left) => left !== number],
      ["<", (left) => left < number],
      ["<=", (left) => left <= number],
      [">", (left) => left > number],
      [">=", (left) => left >= number],
    ];
    const [sign, holds] = signs[pick % 6] ?? signs[0]!;
    // An empty text is no number, of which nothing holds but that it is unlike.
    return { text: `\${${name}} ${sign} ${number}`, holds: (held) => holds(value(held) === "" ? Number.NaN : Number(value(held))) };
  }
  if (kind === "select_multiple letters") {
    const option = ["a", "b", "c"][pick % 3] ?? "a";
    if (pick % 4 === 0)
      return {
        text: `count-selected(\${${name}}) < 2`,
        holds: (held) =>
          value(held)
            .split(" ")
            .filter((one) => one !== "").length < 2,
      };
    return { text: `selected(\${${name}}, '${option}')`, holds: (held) => value(held).split(" ").includes(option) };
  }
  if (kind === "text" && pick % 3 === 0) return { text: `string-length(\${${name}}) <= 1`, holds: (held) => value(held).length <= 1 };
  const option =
    kind === "select_one yes_no"
      ? (["yes", "no"][pick % 2] ?? "")
      : kind === "text"
        ? (["x", "long"][pick % 2] ?? "")
        : (["a", "b", "c"][pick % 3] ?? "");
  const wanted = pick % 7 === 0 ? "" : option;
  if (pick % 2 === 0) return { text: `'${wanted}' = \${${name}}`, holds: (held) => value(held) === wanted };
  return { text: `\${${name}} != '${wanted}'`, holds: (held) => value(held) !== wanted };
}

function condition(fields: readonly Field[], next: () => number, depth = 0): Said {
  const kind = depth > 2 ? 0 : next() % 6;
  if (kind < 2) return leaf(fields[next() % fields.length] ?? fields[0]!, next());
  const [left, right] = [condition(fields, next, depth + 1), condition(fields, next, depth + 1)];
  if (kind === 5)
    return { text: `if(${left.text}, 'p', if(${right.text}, 'q', 'r')) != 'q'`, holds: (held) => left.holds(held) || !right.holds(held) };
  if (kind === 2) return { text: `not(${left.text})`, holds: (held) => !left.holds(held) };
  if (kind === 3) return { text: `(${left.text}) and (${right.text})`, holds: (held) => left.holds(held) && right.holds(held) };
  return { text: `(${left.text} or ${right.text})`, holds: (held) => left.holds(held) || right.holds(held) };
}

/** Numbers would make them look like a repeat. */
function letter(index: number): string {
  return String.fromCodePoint(97 + index);
}

interface RowOf {
  readonly field: Field;
  readonly when?: Said;
  /** The condition of the group that it stands in. */
  readonly around?: Said;
}

const forms = fc
  .record({
    kinds: fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.boolean()), { minLength: 2, maxLength: 7 }),
    picks: fc.array(fc.nat(10_000), { minLength: 60, maxLength: 60 }),
  })
  .map(({ kinds, picks }) => {
    let at = 0;
    const next = (): number => picks[at++ % picks.length] ?? 0;
    const fields = kinds.map(([kind, required], index): Field => ({ name: `field_${letter(index)}`, kind, required }));
    const rows: RowOf[] = [];
    const sheet: string[][] = [["type", "name", "label", "required", "relevant", "appearance"]];
    let around: Said | undefined;
    for (const [index, field] of fields.entries()) {
      const earlier = fields.slice(0, index);
      if (index > 0 && around === undefined && next() % 4 === 0) {
        around = condition(earlier, next);
        sheet.push(["begin_group", `group${index}`, `Group ${index}`, "", around.text, next() % 2 === 0 ? "field-list" : ""]);
      }
      const when = index > 0 && next() % 2 === 0 ? condition(earlier, next) : undefined;
      rows.push({ field, ...(when === undefined ? {} : { when }), ...(around === undefined ? {} : { around }) });
      sheet.push([field.kind, field.name, `Question ${letter(index)}`, field.required ? "yes" : "", when?.text ?? ""]);
      if (around !== undefined && next() % 2 === 0) {
        sheet.push(["end_group"]);
        around = undefined;
      }
    }
    if (around !== undefined) sheet.push(["end_group"]);
    return { rows, sheet };
  });

const CHOICES = [
  ["list_name", "name", "label"],
  ...["a", "b", "c"].map((name) => ["letters", name, `Letter ${name}`]),
  ["yes_no", "yes", "Yes"],
  ["yes_no", "no", "No"],
];

function answer({ kind, required }: Field): fc.Arbitrary<{ readonly held: string; readonly ours: Answer }> {
  const kinds: Readonly<Record<Kind, fc.Arbitrary<{ readonly held: string; readonly ours: Answer }>>> = {
    integer: fc.constantFrom(0, 2, 3, 4, 5, 6).map((ours) => ({ held: String(ours), ours })),
    "select_one letters": fc.constantFrom("a", "b", "c").map((ours) => ({ held: ours, ours })),
    "select_one yes_no": fc.boolean().map((ours) => ({ held: ours ? "yes" : "no", ours })),
    "select_multiple letters": fc.subarray(["a", "b", "c"], { minLength: 1 }).map((ours) => ({ held: ours.join(" "), ours })),
    text: fc.constantFrom("x", "long", "other").map((ours) => ({ held: ours, ours })),
  };
  return required ? kinds[kind] : fc.oneof(kinds[kind], fc.constant({ held: "", ours: null }));
}

test("an imported spreadsheet form asks each person what is relevant to them", () => {
  fc.assert(
    fc.property(
      forms.chain((form) =>
        fc.record({
          form: fc.constant(form),
          answers: fc.array(fc.tuple(...form.rows.map(({ field }) => answer(field))), { minLength: 15, maxLength: 15 }),
        }),
      ),
      ({ form: { rows, sheet }, answers }) => {
        const result = imported("survey.xlsx", xlsxFile({ survey: sheet, choices: CHOICES }));
        for (const given of answers) {
          const held: Record<string, string> = {};
          const asked: string[] = [];
          for (const [index, { field, when, around }] of rows.entries()) {
            if ((around !== undefined && !around.holds(held)) || (when !== undefined && !when.holds(held))) continue;
            asked.push(field.name);
            held[field.name] = given[index]?.held ?? "";
          }
          const ours = Object.fromEntries(rows.map(({ field }, index) => [field.name, given[index]?.ours ?? null]));
          assert.deepEqual(takeOurs(result, ours).asked, asked, JSON.stringify(sheet));
        }
      },
    ),
    { numRuns: 80 },
  );
});
