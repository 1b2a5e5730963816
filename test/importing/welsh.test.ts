import assert from "node:assert/strict";
import { test } from "node:test";
import { importForm } from "../../src/importing/import-form.ts";
import type { Loss } from "../../src/importing/form.ts";
import { formFile } from "./imported.ts";

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

function bytes(form: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(form));
}

function pair(english: unknown, welsh: unknown): readonly Loss[] {
  const result = importForm({ name: "english.json", bytes: bytes(english) }, { welsh: { name: "welsh.json", bytes: bytes(welsh) } });
  assert.ok(result.ok);
  return result.value.losses.filter(({ kind }) => kind === "drift" || kind === "language");
}

const ENGLISH = {
  engine: "V2",
  name: "Book a bulky collection",
  declaration: "<p>All is true.</p>",
  lists: [{ name: "things", title: "Things", type: "string", items: ["sofa", "bed"].map((value) => ({ text: `A ${value}`, value })) }],
  conditions: [],
  pages: [
    {
      path: "/what",
      title: "What do we collect?",
      components: [{ type: "RadiosField", name: "what", title: "What do we collect?", list: "things", options: {} }],
    },
    {
      path: "/many",
      title: "How many?",
      components: [{ type: "NumberField", name: "many", title: "How many?", hint: "At most 5", schema: { max: 5 }, options: {} }],
    },
    {
      path: "/why",
      title: "Anything else?",
      components: [{ type: "TextField", name: "why", title: "Anything else?", options: { required: false } }],
    },
    { path: "/summary", title: "Summary", controller: "SummaryPageController" },
  ],
};

/** The same form in Welsh, its texts put in place of the English ones. */
function welsh(change: (form: typeof ENGLISH) => void = () => {}): typeof ENGLISH {
  const words: Readonly<Record<string, string>> = {
    "Book a bulky collection": "Trefnu casgliad swmpus",
    "<p>All is true.</p>": "<p>Mae'r cyfan yn wir.</p>",
    "What do we collect?": "Beth ydym yn ei gasglu?",
    "How many?": "Faint?",
    "At most 5": "Dim mwy na 5",
    "Anything else?": "Unrhyw beth arall?",
    "A sofa": "Soffa",
    "A bed": "Gwely",
  };
  const turned = (value: Value): Value => {
    if (typeof value === "string") return words[value] ?? value;
    if (Array.isArray(value)) return value.map(turned);
    return typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, turned(part)]))
      : value;
  };
  const form = turned(structuredClone(ENGLISH)) as typeof ENGLISH;
  change(form);
  return form;
}

test("a Welsh form that says the same gives its texts and no drift", () => {
  const found = pair(ENGLISH, welsh());
  assert.deepEqual(
    found.filter(({ kind }) => kind === "drift"),
    [],
  );
  assert.deepEqual(
    found.map(({ at, text }) => [at, text]),
    [
      ["what", "Beth ydym yn ei gasglu?\n- sofa: Soffa\n- bed: Gwely"],
      ["many", "Faint?\nDim mwy na 5"],
      ["why", "Unrhyw beth arall?"],
      ["the title", "Trefnu casgliad swmpus"],
      ["the declaration", "Mae'r cyfan yn wir."],
    ],
  );
});

const DRIFTS: readonly (readonly [string, (form: typeof ENGLISH) => void, RegExp])[] = [
  ["a question left out", (form) => form.pages.splice(1, 1), /^many: The Welsh form does not ask it/],
  [
    "a question more",
    (form) =>
      form.pages.splice(0, 0, {
        path: "/a",
        title: "Enw?",
        components: [{ type: "TextField", name: "name", title: "Enw?", options: {} }],
      } as never),
    /^name: Only the Welsh form asks it/,
  ],
  [
    "an option left out",
    (form) => form.lists[0]?.items.splice(1, 1, { text: "Cadair", value: "chair" }),
    /^what: Options that the Welsh form lacks: A bed/,
  ],
  [
    "an option more",
    (form) => form.lists[0]?.items.push({ text: "Cadair", value: "chair" }),
    /^what: Options that only the Welsh form has: Cadair/,
  ],
  [
    "another type",
    (form) => Object.assign(form.pages[1]?.components?.[0] ?? {}, { type: "TextField" }),
    /^many: The English form asks it as number, the Welsh one as text/,
  ],
  [
    "another limit",
    (form) => Object.assign(form.pages[1]?.components?.[0] ?? {}, { schema: { max: 6 } }),
    /^many: What may be answered differs/,
  ],
  [
    "an answer that must be given",
    (form) => Object.assign(form.pages[2]?.components?.[0] ?? {}, { options: {} }),
    /^why: It may be left empty only in the English form/,
  ],
  [
    "a text left in English",
    (form) => Object.assign(form.pages[2] ?? {}, { title: "Anything else?", components: ENGLISH.pages[2]?.components }),
    /^why: It reads the same in both forms/,
  ],
  [
    "another order",
    (form) => form.pages.splice(0, 2, ...form.pages.slice(0, 2).toReversed()),
    /^what: The forms ask in another order from here on: the Welsh one asks many next/,
  ],
  [
    "another way",
    (form) => {
      Object.assign(form, {
        conditions: [{ id: "c", displayName: "c", items: [{ id: "i", componentId: "w", operator: "is", value: "sofa" }] }],
      });
      Object.assign(form.pages[0]?.components?.[0] ?? {}, { id: "w" });
      Object.assign(form.pages[2] ?? {}, { condition: "c" });
    },
    /^\/why: The two forms come to this page under different conditions/,
  ],
  [
    "a declaration left out",
    (form) => {
      form.declaration = "";
    },
    /^the declaration: The Welsh form has none/,
  ],
];

for (const [what, change, wanted] of DRIFTS) {
  test(`a Welsh form with ${what} has drifted, and the report says where`, () => {
    const lines = pair(ENGLISH, welsh(change))
      .filter(({ kind }) => kind === "drift")
      .map(({ at, says }) => `${at}: ${says}`);
    assert.ok(
      lines.some((line) => wanted.test(line)),
      lines.join("\n"),
    );
  });
}

test("a Welsh form that cannot be read is refused as such", () => {
  const result = importForm({ name: "a.json", bytes: formFile("taxi.xgov.json") }, { welsh: { name: "b.json", bytes: Buffer.from("{") } });
  assert.ok(!result.ok);
  assert.match(result.refusal.why, /^The Welsh form: The file is not JSON/);
});
