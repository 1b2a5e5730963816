import assert from "node:assert/strict";
import fc from "fast-check";
import type { Answer } from "../../src/answers/answer-type.ts";
import { TODAY, imported, takeOurs } from "./imported.ts";
import { fieldsOf, openedBy } from "./source-engines.ts";
import type { SourceForm, State } from "./source-engines.ts";

const ADDRESS = { line1: "1 High Street", line2: "", town: "Eastmere", county: "", postcode: "EM1 1AA" };

/** One answer as the source's engine holds it, and as ours does. */
interface Pair {
  readonly source: unknown;
  readonly ours: Answer;
}

function same(value: string | number | boolean): Pair {
  return { source: value, ours: value };
}

const NONE: Pair = { source: null, ours: null };

export function jsonForm(content: string): SourceForm {
  return JSON.parse(content) as SourceForm;
}

/** Answers of every kind for one component; ours by the codes that the definition gives its options. */
function answersFor(type: string, optional: boolean, options: ReadonlyMap<unknown, string>): fc.Arbitrary<Pair> {
  const values = [...options.keys()];
  const kinds: Record<string, fc.Arbitrary<Pair>> = {
    YesNoField: fc.boolean().map(same),
    NumberField: fc.constantFrom(0, 3, 4, 6, 7, 99, 100, 999, 1000).map(same),
    DatePartsField: fc
      .constantFrom("1990-01-01", "1996-07-01", "1996-07-02", "2008-06-30", "2008-07-01", "2008-07-02", "2024-07-01", "2024-07-02")
      .map(same),
    TextField: fc.constantFrom("a", "None", "four", "seven and more").map(same),
    MultilineTextField: fc.constantFrom("a", "None", "x".repeat(401)).map(same),
    CheckboxesField: fc
      .subarray(values, { minLength: optional ? 0 : Math.min(1, values.length) })
      .map((chosen) => ({ source: chosen, ours: chosen.map((one) => options.get(one) ?? "") })),
    UkAddressField: fc.constant({ source: ADDRESS, ours: ADDRESS }),
  };
  const choice =
    values.length === 0 ? undefined : fc.constantFrom(...values).map((value) => ({ source: value, ours: options.get(value) ?? "" }));
  const given = kinds[type] ?? choice ?? fc.constant<Pair>({ source: "something", ours: "something" });
  return optional ? fc.oneof(fc.constant(NONE), given) : given;
}

function journeys(form: SourceForm, result: ReturnType<typeof imported>): fc.Arbitrary<ReadonlyMap<string, Pair>> {
  const fields = form.pages.flatMap((page) => [...fieldsOf(page), ...openedBy(form, page).map(({ field }) => field)]);
  const pairs = fields.map(({ name, type, options, ...rest }) => {
    const question = result.compiled.questions.get(result.names.get(name) ?? "");
    const listName = "list" in rest ? rest.list : undefined;
    const items = form.lists?.find((list) => ("name" in list && list.name === listName) || list.id === listName)?.items ?? [];
    const codes = Object.keys(question?.settings.options ?? {});
    const byValue = new Map(items.map(({ value }, index) => [value, codes[index] ?? ""]));
    return answersFor(type, options !== undefined && "required" in options && options.required === false, byValue).map(
      (pair) => [name, pair] as const,
    );
  });
  return fc.tuple(...pairs).map((entries) => new Map(entries));
}

/** Holds that an imported form asks whoever answers at random what the engine of the source asks them, and ends where it does. */
export function sameWay(
  form: SourceForm,
  text: string,
  name: string,
  engine: (form: SourceForm, state: State, today: string) => { asked: readonly string[]; ended?: string },
  runs: number,
): void {
  const result = imported(name, text);
  const plainly = form.pages.flatMap((page) => [...fieldsOf(page), ...openedBy(form, page).map(({ field }) => field)]);
  const groups = new Set(plainly.map(({ name }) => name));
  fc.assert(
    fc.property(journeys(form, result), (pairs) => {
      const state = Object.fromEntries([...pairs].map(([field, { source }]) => [field, source]));
      const ours: Record<string, Answer> = Object.fromEntries([...pairs].map(([field, { ours }]) => [field, ours]));
      for (const id of result.names.keys()) if (!groups.has(id)) ours[id] = [];
      const expected = engine(form, state, TODAY);
      const taken = takeOurs(result, ours);
      const plain = expected.asked.filter((field) => result.names.has(field));
      assert.deepEqual(
        taken.asked.filter((field) => groups.has(field)),
        plain,
      );
      assert.equal(taken.ended !== undefined, expected.ended !== undefined);
    }),
    { numRuns: runs },
  );
}
