import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Answer } from "../../src/answers/answer-type.ts";
import { TODAY, formFile, imported, takeOurs } from "./imported.ts";
import { fieldsOf, takeDefra, takeXgov } from "./source-engines.ts";
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

function jsonForm(content: string): SourceForm {
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
  const fields = form.pages.flatMap(fieldsOf);
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

function sameWay(
  form: SourceForm,
  text: string,
  name: string,
  engine: (form: SourceForm, state: State, today: string) => { asked: readonly string[]; ended?: string },
  runs: number,
): void {
  const result = imported(name, text);
  const groups = new Map(form.pages.flatMap((page) => fieldsOf(page).map((field) => [field.name, page.path] as const)));
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

test("an imported Defra form asks each person what the Defra engine asks", () => {
  const text = formFile("allotment.defra.json").toString();
  sameWay(jsonForm(text), text, "allotment.json", takeDefra, 400);
});

test("an imported XGov form asks each person what the XGov runner asks", () => {
  const form = JSON.parse(formFile("taxi.xgov.json").toString()) as {
    pages: { next: unknown[] }[];
    conditions: { name: string; value: unknown }[];
  };
  // Expressions have tests of their own, and a way back no engine's path can be compared with.
  form.conditions = form.conditions.map((each) => (each.name === "oldString" ? { ...each, value: form.conditions[0]?.value } : each));
  for (const page of form.pages)
    page.next = page.next.filter((link) => JSON.stringify(link) !== '{"path":"/years","condition":"manyPoints"}');
  const text = JSON.stringify(form);
  sameWay(jsonForm(text), text, "taxi.json", takeXgov, 400);
});

const LISTS = [
  {
    id: "list1",
    name: "list1",
    title: "List",
    type: "string",
    items: ["a", "b", "c"].map((value) => ({ id: `item-${value}`, text: `Option ${value}`, value })),
  },
];
const KINDS = ["YesNoField", "NumberField", "RadiosField", "CheckboxesField", "TextField"] as const;

interface Field {
  readonly page: number;
  readonly name: string;
  readonly type: (typeof KINDS)[number];
  readonly optional: boolean;
}

const OPERATORS = ["is", "is not", "is at least", "is at most", "is less than", "is more than"];

function testOf(field: Field, sections: readonly string[], pick: number): object {
  const value = {
    YesNoField: pick % 2 === 0 ? "true" : "false",
    NumberField: String([0, 4, 6, 100][pick % 4]),
    RadiosField: ["a", "b", "c"][pick % 3],
    CheckboxesField: ["a", "b"][pick % 2],
    TextField: "None",
  }[field.type];
  const operator = {
    YesNoField: OPERATORS[pick % 2],
    NumberField: OPERATORS[pick % 6],
    RadiosField: OPERATORS[pick % 2],
    CheckboxesField: ["contains", "does not contain"][pick % 2],
    TextField: ["is", "is not", "is longer than", "has length"][pick % 4],
  }[field.type];
  const section = sections[field.page] ?? "";
  const written = field.type === "TextField" && pick % 4 > 1 ? "4" : value;
  return {
    field: { name: section === "" ? field.name : `${section}.${field.name}`, type: field.type, display: field.name },
    operator,
    value: { type: "Value", value: written, display: "" },
  };
}

/** Numbers would make them look like a repeat. */
function letter(index: number): string {
  return String.fromCodePoint(65 + index);
}

/** Forms of linked pages: links lead onwards, conditions read anything, asked or not, earlier or later. */
const linkedForms = fc
  .record({
    kinds: fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.boolean()), { minLength: 3, maxLength: 7 }),
    sections: fc.array(fc.constantFrom("", "", "one"), { minLength: 9, maxLength: 9 }),
    picks: fc.array(fc.nat(1000), { minLength: 80, maxLength: 80 }),
  })
  .map(({ kinds, sections, picks }) => {
    let at = 0;
    const pick = (below: number): number => (picks[at++ % picks.length] ?? 0) % below;
    const fields = kinds.map(([type, optional], index): Field => ({
      page: index,
      name: `field${letter(index)}`,
      type,
      optional: optional && type !== "YesNoField",
    }));
    const part = (): object => testOf(fields[pick(fields.length)] ?? fields[0]!, sections, pick(12));
    const conditions = Array.from({ length: 5 }, (_, index) => ({
      name: `condition${index}`,
      displayName: `condition ${index}`,
      value: {
        name: `condition${index}`,
        conditions: [
          part(),
          ...Array.from({ length: pick(3) }, () => ({
            coordinator: pick(2) === 0 ? "and" : "or",
            ...(index > 0 && pick(4) === 0 ? { conditionName: `condition${index - 1}`, conditionDisplayName: "" } : part()),
          })),
        ],
      },
    }));
    const pages = fields.map((field, index) => ({
      path: `/page${letter(index)}`,
      title: `Page ${letter(index)}`,
      section: sections[index],
      components: [
        {
          type: field.type,
          name: field.name,
          title: `Question ${letter(index)}`,
          list: "list1",
          options: { required: !field.optional },
          schema: {},
        },
      ],
      next: [
        ...Array.from({ length: pick(3) }, () => ({ path: onwards(index, fields.length, pick(5)), condition: `condition${pick(5)}` })),
        ...(pick(5) === 0 ? [] : [{ path: onwards(index, fields.length, pick(3)) }]),
      ],
    }));
    const dead = {
      path: "/dead",
      title: "You cannot go on",
      components: [{ type: "Html", name: "html", title: "", content: "<p>No.</p>", options: {}, schema: {} }],
      next: [],
    };
    return {
      name: "Linked pages",
      startPage: "/pageA",
      lists: LISTS,
      sections: [{ name: "one", title: "One" }],
      conditions,
      pages: [...pages, dead, { path: "/summary", title: "Summary", controller: "SummaryPageController", components: [], next: [] }],
    };
  });

function onwards(from: number, pages: number, jump: number): string {
  const to = from + 1 + jump;
  if (to < pages) return `/page${letter(to)}`;
  return jump % 2 === 0 ? "/summary" : "/dead";
}

test("linked pages are asked of the same people in every form", () => {
  fc.assert(
    fc.property(linkedForms, (form) => {
      const text = JSON.stringify(form);
      sameWay(jsonForm(text), text, "linked.json", takeXgov, 25);
    }),
    { numRuns: 60 },
  );
});
