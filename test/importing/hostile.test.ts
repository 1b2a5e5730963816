import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { compileDefinition } from "../../src/definition/compile-definition.ts";
import { importForm } from "../../src/importing/import-form.ts";
import { zip } from "../support/zip.ts";
import { formFile } from "./imported.ts";
import { CHOICES, SETTINGS, SURVEY, treeSurvey } from "./tree-survey.ts";
import { xlsxFile } from "./xlsx-file.ts";

/** A second of the processor is the promise; a slow machine is let off with a little more. */
const A_SECOND = 1500;

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function refusal(bytes: Uint8Array | string): string {
  const started = process.cpuUsage();
  const result = importForm({ name: "file", bytes: Buffer.from(bytes) });
  assert.ok(spent(started) < A_SECOND, "it took longer than a second");
  return result.ok ? "" : `${result.refusal.why} ${result.refusal.fix}`;
}

/** Whatever came in: a refusal in words, or a definition that the checker takes. */
function wellMade(name: string, bytes: Uint8Array): void {
  const result = importForm({ name, bytes });
  if (!result.ok) {
    assert.match(result.refusal.why, /\.$/);
    return;
  }
  const { definition, service } = result.value;
  const { findings } = compileDefinition({ name: `services/${service}.yaml`, text: definition }, new Map());
  const errors = findings.filter(({ severity }) => severity === "error").map(({ code, line, message }) => `${code} ${line}: ${message}`);
  assert.deepEqual(errors, [], definition);
}

test("what is no form is refused in plain words, within a second", () => {
  assert.match(refusal(""), /is not JSON/);
  assert.match(refusal("service: a-yaml-file"), /is not JSON/);
  assert.match(refusal("[".repeat(2_000_000)), /inside each other/);
  assert.match(refusal(JSON.stringify({ pages: [] })), /no pages/);
  assert.match(refusal(JSON.stringify({ pages: [{ path: "/a", title: "Hello" }] })), /asks nothing/);
  assert.match(refusal(`"${" ".repeat(5_000_000)}"`), /million bytes/);
  assert.match(refusal(Buffer.from("d0cf11e0a1b11ae1", "hex")), /old kind/);
});

test("a spreadsheet that is broken, locked or no form is refused in plain words", () => {
  const whole = treeSurvey();
  for (const share of [0.1, 0.5, 0.9]) assert.match(refusal(whole.subarray(0, whole.length * share)), /broken/);
  assert.match(refusal(zip({ "word/document.xml": "<a/>" })), /no \.xlsx spreadsheet/);
  assert.match(refusal(xlsxFile({ people: [["name"], ["Ada"]] })), /no sheet ‘survey’/);
  assert.match(
    refusal(
      xlsxFile({
        survey: [
          ["type", "name"],
          ["begin_group", "a"],
          ["text", "b"],
        ],
      }),
    ),
    /never ends/,
  );
  assert.match(refusal(xlsxFile({ survey: [["type", "name"], ["text", "b"], ["end_repeat"]] })), /none is begun/);
});

/** A packed part, with the size that it claims to have. */
function packed(sheet: Buffer, claimed: number): Buffer {
  const file = zip({
    "xl/workbook.xml": '<workbook><sheets><sheet name="survey" r:id="a"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Target="sheet.xml"/></Relationships>',
    "xl/sheet.xml": deflateRawSync(sheet).toString("latin1"),
  });
  // The helper stores texts as UTF-8: put the bytes themselves in place, and say that they are packed.
  return repacked(file, sheet, claimed);
}

function repacked(file: Buffer, sheet: Buffer, claimed: number): Buffer {
  const data = deflateRawSync(sheet);
  const name = Buffer.from("xl/sheet.xml");
  const from = file.indexOf(name) - 30;
  const central = file.indexOf(name, from + 31) - 46;
  const head = Buffer.from(file.subarray(from, from + 30 + name.length));
  head.writeUInt16LE(8, 8);
  const record = Buffer.from(file.subarray(central, central + 46 + name.length));
  record.writeUInt16LE(8, 10);
  record.writeUInt32LE(data.length, 20);
  record.writeUInt32LE(claimed, 24);
  const firstCentral = file.readUInt32LE(file.length - 6);
  const before = Buffer.concat([file.subarray(0, from), head, data]);
  const end = Buffer.from(file.subarray(file.length - 22));
  end.writeUInt32LE(before.length, 16);
  return Buffer.concat([before, file.subarray(firstCentral, central), record, end]);
}

test("a spreadsheet that unpacks without end is refused, also when it lies about its size", () => {
  const bomb = Buffer.alloc(60_000_000, " ");
  assert.match(refusal(packed(bomb, bomb.length)), /unpacks to more than/);
  assert.match(refusal(packed(bomb, 100)), /unpacks to more than/);
});

test("XML that could grow, break off or repeat without end is refused", () => {
  const sheet = (xml: string): string => refusal(packed(Buffer.from(xml), xml.length));
  assert.match(sheet('<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'), /broken/);
  assert.match(sheet("<worksheet><sheetData><row"), /broken/);
  assert.match(sheet("<".repeat(10_000_000)), /broken/);
  assert.match(sheet(`<row>${"<c><v>1</v></c>".repeat(600_000)}</row>`), /cells/);
  assert.match(sheet('<row><c t="inlineStr"><is><t>type</t></is></c></row>'.repeat(80_000)), /rows/);
});

test("forms that go in circles, speak of themselves or lead everywhere to everywhere end within a second", () => {
  const page = (index: number, next: readonly object[]): object => ({
    path: `/${index}`,
    title: `Page ${index}`,
    components: [{ type: "NumberField", name: `f${index}`, title: `Question ${index}?`, options: {} }],
    next,
  });
  const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
  const circle = { pages: numbers(900).map((index) => page(index, [{ path: `/${(index + 1) % 900}` }])) };
  assert.equal(refusal(JSON.stringify(circle)), "");
  const alike = { pages: numbers(900).map((index) => ({ ...page(1, []), path: `/person-1-${index}` })) };
  assert.equal(refusal(JSON.stringify(alike)), "");
  const named = numbers(500).map((index) => ({
    name: `c${index}`,
    value: { conditions: [{ conditionName: `c${(index + 1) % 500}` }, { coordinator: "or", conditionName: `c${(index + 2) % 500}` }] },
  }));
  assert.equal(refusal(JSON.stringify({ pages: [page(0, [{ path: "/1", condition: "c0" }]), page(1, [])], conditions: named })), "");
  const tests = numbers(60).map((index) => ({
    name: `c${index}`,
    value: {
      conditions: numbers(4).map((part) => ({
        field: { name: `f${(index * 7 + part * 13) % 60}`, type: "NumberField" },
        operator: "is more than",
        value: { type: "Value", value: String(index * part) },
        coordinator: part % 2 === 0 ? "or" : "and",
      })),
    },
  }));
  const everywhere = numbers(60).map((index) =>
    page(
      index,
      numbers(60).map((to) => ({ path: `/${to}`, condition: `c${(index * 7 + to) % 60}` })),
    ),
  );
  assert.equal(refusal(JSON.stringify({ pages: everywhere, conditions: tests })), "");
});

test("an expression of a million brackets is reported, not run into", () => {
  const form = {
    pages: [
      { path: "/a", components: [{ type: "TextField", name: "a", title: "A?" }], next: [{ path: "/b", condition: "c" }] },
      { path: "/b", components: [{ type: "TextField", name: "b", title: "B?" }] },
    ],
    conditions: [{ name: "c", value: "(".repeat(1_000_000) }],
  };
  assert.equal(refusal(JSON.stringify(form)), "");
  const survey = [
    ["type", "name", "relevant"],
    ["text", "a"],
    ["text", "b", "(".repeat(4000)],
    ["text", "c", "not(".repeat(1000)],
    ["text", "d", "-".repeat(4000)],
  ];
  assert.equal(refusal(xlsxFile({ survey })), "");
});

const JUNK = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1e300,
  "",
  "x",
  "true",
  "__proto__",
  "/summary",
  "a".repeat(600),
  "’<b>&#x1F600;</b>: #",
  "yes",
  "2026-02-30",
  [],
  {},
  [null],
  { type: "Value", value: "x" },
);

/** The form with some of its values, wherever they stand, replaced by junk or moved from elsewhere. */
function spoilt(form: unknown, places: readonly number[], junk: readonly unknown[]): unknown {
  const copy: unknown = structuredClone(form);
  const spots: { readonly holder: Record<string, unknown>; readonly key: string }[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const holder = value as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      spots.push({ holder, key });
      look(holder[key]);
    }
  };
  look(copy);
  for (const [index, place] of places.entries()) {
    const spot = spots[place % spots.length];
    if (spot !== undefined) spot.holder[spot.key] = junk[index % junk.length];
  }
  return copy;
}

for (const name of ["allotment.defra.json", "taxi.xgov.json"]) {
  test(`${name} with any of its values spoilt gives a refusal or a definition without errors`, () => {
    const form: unknown = JSON.parse(formFile(name).toString());
    fc.assert(
      fc.property(
        fc.array(fc.nat(5000), { minLength: 1, maxLength: 6 }),
        fc.array(JUNK, { minLength: 6, maxLength: 6 }),
        (places, junk) => {
          wellMade(name, Buffer.from(JSON.stringify(spoilt(form, places, junk))));
        },
      ),
      { numRuns: 150 },
    );
  });
}

test("a spreadsheet form with any of its cells spoilt gives a refusal or a definition without errors", () => {
  const texts = fc.constantFrom(
    "",
    "x",
    "yes",
    "text",
    "begin_repeat",
    "end_group",
    "select_one problem",
    "${what}",
    "not(${safe})",
    "${height} > ${girth}",
    ". < 5",
    "1e400",
    "__proto__",
    "’<b>: #",
    "a".repeat(700),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(200), fc.nat(15), texts), { minLength: 1, maxLength: 6 }), (changes) => {
      const survey = SURVEY.map((row) => [...row]);
      for (const [row, column, text] of changes) {
        const cells = survey[row % survey.length] ?? [];
        while (cells.length <= column) cells.push("");
        cells[column] = text;
      }
      wellMade("survey.xlsx", xlsxFile({ survey, choices: CHOICES, settings: SETTINGS }));
    }),
    { numRuns: 150 },
  );
});

test("bytes of a spreadsheet changed at random never throw", () => {
  const whole = treeSurvey();
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, byte] of changes) bytes[at] = byte;
      wellMade("survey.xlsx", bytes);
    }),
    { numRuns: 150 },
  );
});
