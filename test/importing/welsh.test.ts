import assert from "node:assert/strict";
import { test } from "node:test";
import { importForm } from "../../src/importing/import-form.ts";
import type { Loss } from "../../src/importing/form.ts";
import { compileDefinition } from "../../src/definition/compile-definition.ts";
import type { Service } from "../../src/definition/service.ts";
import { formFile } from "./imported.ts";
import { xlsxFile } from "./xlsx-file.ts";

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

/** The pair as a service, which can be had in Welsh as a whole. */
function inWelsh(english: unknown, other?: unknown): Service {
  const wish = other === undefined ? {} : { welsh: { name: "welsh.json", bytes: bytes(other) } };
  const result = importForm({ name: "english.json", bytes: bytes(english) }, wish);
  assert.ok(result.ok);
  return welshOf(result.value.definition);
}

function welshOf(text: string): Service {
  const compilation = compileDefinition({ name: "services/imported.yaml", text }, new Map());
  assert.ok(compilation.ok, text);
  const codes = compilation.findings.map(({ code, message }) => `${code}: ${message}`);
  assert.deepEqual(
    codes.filter((code) => code.startsWith("translation-")),
    [],
    text,
  );
  assert.ok(compilation.service.welsh, text);
  return compilation.service.welsh;
}

test("a Welsh form that says the same is the service in Welsh, with nothing in the report", () => {
  assert.deepEqual(pair(ENGLISH, welsh()), []);
  const service = inWelsh(ENGLISH, welsh());
  const asked = [...service.questions.values()].map(({ ask, hint, settings }) => [ask, hint, settings.options]);
  assert.deepEqual(asked, [
    ["Beth ydym yn ei gasglu?", undefined, { sofa: "Soffa", bed: "Gwely" }],
    ["Faint?", "Dim mwy na 5", undefined],
    ["Unrhyw beth arall?", undefined, undefined],
  ]);
  assert.deepEqual(
    [service.title, service.summary, service.declaration, service.case.stages.get("closed")?.title],
    ["Trefnu casgliad swmpus", "Trefnu casgliad swmpus ar-lein.", "Mae'r cyfan yn wir.", "Ar gau"],
  );
});

test("one English with another Welsh in one place has both", () => {
  const [ours, theirs] = [structuredClone(ENGLISH), welsh()];
  Object.assign(ours.pages[1]?.components?.[0] ?? {}, { hint: "Other" });
  Object.assign(theirs.pages[1]?.components?.[0] ?? {}, { hint: "Arall" });
  Object.assign(ours.lists[0]?.items[1] ?? {}, { text: "Other" });
  Object.assign(theirs.lists[0]?.items[1] ?? {}, { text: "Eraill" });
  const service = inWelsh(ours, theirs);
  assert.deepEqual([service.questions.get("what")?.settings.options?.["bed"], service.questions.get("many")?.hint], ["Eraill", "Arall"]);
});

test("Welsh that cannot be put beside its English stands in the report: other paragraphs, another link, only there", () => {
  const ours = structuredClone(ENGLISH);
  ours.declaration = "<p>One.</p><p>Two.</p>";
  const theirs = welsh((form) => {
    form.declaration = "<p>Y cyfan.</p>";
    Object.assign(form.pages[2]?.components?.[0] ?? {}, { hint: "Dim ond yn Gymraeg" });
  });
  assert.deepEqual(
    pair(ours, theirs).map(({ kind, at, text }) => [kind, at, text]),
    [
      ["drift", "why", "Dim ond yn Gymraeg"],
      ["language", "the declaration", "Y cyfan."],
      ["language", "the definition", undefined],
    ],
  );
});

test("a form that says everything in both languages is read in both", () => {
  const beside = (english: Value, other: Value): Value => {
    if (typeof english === "string") return english === other ? english : { en: english, cy: other };
    if (Array.isArray(english)) return english.map((part, at) => beside(part, Array.isArray(other) ? (other[at] ?? null) : null));
    if (typeof english !== "object" || english === null || typeof other !== "object" || other === null) return english;
    const theirs = new Map(Object.entries(other));
    return Object.fromEntries(Object.entries(english).map(([key, part]) => [key, beside(part, theirs.get(key) ?? null)]));
  };
  const both = beside(ENGLISH, welsh());
  const service = inWelsh(both);
  assert.deepEqual(
    [...service.questions.values()].map(({ ask }) => ask),
    ["Beth ydym yn ei gasglu?", "Faint?", "Unrhyw beth arall?"],
  );
});

test("a spreadsheet with a column for each language is read in both, and what has no Welsh is listed", () => {
  const head = ["type", "name", "label::English (en)", "label::Welsh (cy)", "required"];
  const survey = [
    head,
    ["text", "who", "Who are you?", "Pwy ydych chi?", "yes"],
    ["select_one kind or_other", "kind", "Which kind?", "Pa fath?", "yes"],
  ];
  const choices = [
    ["list_name", "name", "label::English (en)", "label::Welsh (cy)"],
    ["kind", "oak", "Oak", "Derwen"],
    ["kind", "ash", "Ash", "Onnen"],
  ];
  const settings = [["form_title"], ["Trees"]];
  const result = importForm({ name: "trees.xlsx", bytes: xlsxFile({ survey, choices, settings }) });
  assert.ok(result.ok);
  assert.match(result.value.definition, /\n  Who are you\?: Pwy ydych chi\?\n  Which kind\?: Pa fath\?\n  Oak: Derwen\n  Ash: Onnen\n/);
  assert.match(result.value.definition, /"Which kind\? Other:": "Pa fath\? Arall:"/);
  assert.match(result.value.report, /\*\*the definition\*\*: \d texts have no Welsh/);
  assert.doesNotMatch(result.value.report, /Derwen/);
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
