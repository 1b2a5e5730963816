import { test } from "node:test";
import fc from "fast-check";
import { formFile } from "./imported.ts";
import { jsonForm, sameWay } from "./same-way.ts";
import { takeDefra, takeXgov } from "./source-engines.ts";

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
