import assert from "node:assert/strict";
import { test } from "node:test";
import type { Compilation } from "../../src/definition/service.ts";
import { diffServices } from "../../src/definition/diff/diff-services.ts";
import { acceptAnswers } from "../../src/journey/accept.ts";
import { LIBRARIES_CSV, LIBRARIES_YAML, CHOOSING, serviceFrom, withLibraries } from "./compile-text.ts";

/** What was found, as "file:line:column code message". */
function foundIn({ findings }: Compilation): readonly string[] {
  return findings.map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`);
}

const WRONG: readonly (readonly [what: string, csv: string, found: string])[] = [
  [
    "a key twice",
    LIBRARIES_CSV.replace("mobile,", "central,"),
    "registers/libraries.csv:4:1 register-key The key central stands in another row before this one.",
  ],
  ["no key", LIBRARIES_CSV.replace("mobile,", ","), "registers/libraries.csv:4:1 register-key This row has no key."],
  [
    "a missing column",
    LIBRARIES_CSV.replace("Town", "Place"),
    "registers/libraries.csv:1:1 register-column There is no column town in the first line of the file.",
  ],
  [
    "semicolons",
    LIBRARIES_CSV.replaceAll(",", ";"),
    "registers/libraries.csv:1:1 register-column There is no column town in the first line of the file.",
  ],
  ["no label", LIBRARIES_CSV.replace("Harbour Library", ""), "registers/libraries.csv:3:1 register-cell This row has no label."],
  [
    "a number that is none",
    LIBRARIES_CSV.replace("60", "sixty"),
    "registers/libraries.csv:3:36 register-cell shelves should be a number such as 1200 or 3.5; here it is “sixty”.",
  ],
  [
    "an open quote",
    LIBRARIES_CSV.replace("Saltby", '"Saltby'),
    "registers/libraries.csv:3:25 register-file A quote is opened here and never closed.",
  ],
  [
    "too many cells",
    LIBRARIES_CSV.replace("Saltby", "Saltby, by the sea"),
    "registers/libraries.csv:3:1 register-file This line has 6 cells and the first line has 5.",
  ],
  ["no rows", "Code,Name,Town,Lends tools,Shelves\n\n", "registers/libraries.csv:1:1 register-empty The register has no rows."],
];

for (const [what, csv, found] of WRONG) {
  test(`a register with ${what} is refused at its place`, () => {
    const compilation = withLibraries(LIBRARIES_YAML, csv);
    assert.equal(compilation.ok, false);
    assert.ok(foundIn(compilation).includes(found), foundIn(compilation).join("\n"));
  });
}

test("a declaration is checked like any other file", () => {
  const wrong = LIBRARIES_YAML.replace("town: text", "town: words").replace("register: libraries", "register: library");
  assert.deepEqual(foundIn(withLibraries(wrong, LIBRARIES_CSV)), [
    "registers/libraries.yaml:1:11 register-column The register says it is library, but its file is libraries.yaml.",
    'registers/libraries.yaml:4:18 value-shape "town" should be text, number, money, date or yes-no; here it is the text "words".',
  ]);
});

test("rules read the columns of the row by their types, and say what they do not have", () => {
  const rule = (text: string): readonly string[] =>
    foundIn(withLibraries(LIBRARIES_YAML, LIBRARIES_CSV, CHOOSING.replace("fee: if count(extras) > 1 then 5 else 3", `fee: ${text}`)));
  assert.deepEqual(rule('if library.shelves > 100 and library.key = "central" then 5 else 3'), []);
  assert.match(rule("if library.shelves = true then 5 else 3").join(), /rule-type/);
  assert.match(rule("if library.rooms > 3 then 5 else 3").join(), /There is no "rooms" in it/);
});

test("what is offered may depend on the answers before, and on nothing after", () => {
  const where = (rule: string): Compilation =>
    withLibraries(LIBRARIES_YAML, LIBRARIES_CSV, CHOOSING.replace("where: lends_tools", `where: ${rule}`));
  assert.deepEqual(foundIn(where('tool = "drill" or shelves > 100')), []);
  assert.match(foundIn(where("is defined(notes)")).join(), /answer-before-asked/);
  assert.match(foundIn(where("shelvs > 3")).join(), /Did you mean|nothing called "shelvs"/);
});

const ANSWERS = {
  tool: "ladder",
  height: 3,
  extras: ["gloves"],
  first_day: "2026-12-01",
  last_day: "2026-12-08",
  address: { line1: "1 Mill Lane", town: "Eastmere", postcode: "EM1 1AA" },
  card: "12",
};

function sent(text: string, library: unknown) {
  const service = serviceFrom(text);
  const answers: Record<string, unknown> = { ...ANSWERS, library };
  if (service.questions.has("your_name")) answers["your_name"] = { first: "Ada", last: "Lovelace" };
  if (service.questions.has("your_email")) answers["your_email"] = "ada@example.org";
  return acceptAnswers(service, answers, { today: "2026-11-22", files: [] });
}

test("a key is taken as the row it names; a row that is not offered is not", () => {
  const accepted = sent(CHOOSING, "harbour");
  assert.ok(accepted.ok, JSON.stringify(accepted));
  assert.deepEqual(accepted.walk.live["library"], {
    key: "harbour",
    label: "Harbour Library",
    town: "Saltby",
    lends_tools: true,
    shelves: 60,
  });
  const refused = sent(CHOOSING, "mobile");
  assert.ok(!refused.ok);
  assert.deepEqual(
    refused.problems.map(({ field, code }) => `${field} ${code}`),
    ["library register-unknown"],
  );
});

test("a row that the answers before do not offer is refused where it was chosen", () => {
  const text = CHOOSING.replace("where: lends_tools", 'where: tool = "drill" or shelves > 100');
  assert.ok(sent(text, "central").ok);
  const refused = sent(text, "harbour");
  assert.ok(!refused.ok);
  assert.deepEqual(
    refused.problems.map(({ field, code }) => `${field} ${code}`),
    ["library answers-do-not-fit"],
  );
});

test("a diff says which rows came, went and changed", () => {
  const before = withLibraries(LIBRARIES_YAML, LIBRARIES_CSV);
  const after = withLibraries(LIBRARIES_YAML, LIBRARIES_CSV.replace("Harbour Library", "Port Library").replace("mobile,Mobile", "bus,Bus"));
  assert.ok(before.ok && after.ok);
  assert.deepEqual(
    diffServices(before.service, after.service).map(({ words }) => words),
    [
      "The question library: its register gains 1 row: ‘Bus Library’.",
      "The question library: its register loses 1 row: ‘Mobile Library’.",
      "The question library: its register says something else of 1 row: ‘Port Library’.",
    ],
  );
});

test("rows chosen in a group have to go with the answers before too, each of them", () => {
  const inGroup = CHOOSING.replace(
    /  library: \{.*\n/,
    '  library:\n    { ask: Which libraries suit you?, type: group, entry: library, most: 3, questions: { one: { ask: Which one?, type: register, from: libraries, where: tool = "drill" or shelves > 100 } } }\n',
  );
  assert.ok(sent(inGroup, [{ one: "central" }]).ok, JSON.stringify(sent(inGroup, [{ one: "central" }])));
  const refused = sent(inGroup, [{ one: "central" }, { one: "harbour" }]);
  assert.ok(!refused.ok);
  assert.deepEqual(
    refused.problems.map(({ field, code }) => `${field} ${code}`),
    ["library answers-do-not-fit"],
  );
});
