import assert from "node:assert/strict";
import { test } from "node:test";
import { compileDefinition } from "../../src/definition/compile-definition.ts";
import { checksPage } from "../../src/definition/checks/checks-page.ts";
import type { CouncilNames } from "../../src/definition/outline.ts";
import { CHECKS, FAMILIES } from "../../src/definition/checks/registry.ts";
import { LONGEST_FILE } from "../../src/definition/yaml/parse-yaml.ts";
import {
  CHOOSING,
  COUNCIL,
  FRAGMENT,
  LIBRARIES_CSV,
  LIBRARIES_YAML,
  SOUND,
  changed,
  codesOf,
  compileText,
  withLibraries,
} from "./compile-text.ts";
import { ENGLISH, WELSH, WELSH_FRAGMENT } from "./welsh-text.ts";

/** Found in files rather than in pieces of one, so their examples are made here. */
const MADE: ReadonlyMap<string, () => readonly string[]> = new Map([
  ["yaml-too-large", () => codesOf(`${SOUND}#${"x".repeat(LONGEST_FILE)}`)],
  ["register-file", () => registerCodes(LIBRARIES_CSV.replace("Central Library", '"Central Library'))],
  ["register-column", () => registerCodes(LIBRARIES_CSV.replace("Town", "Place"))],
  ["register-key", () => registerCodes(LIBRARIES_CSV.replace("harbour,", "central,"))],
  ["register-cell", () => registerCodes(LIBRARIES_CSV.replace("60", "sixty"))],
  ["register-empty", () => registerCodes(LIBRARIES_CSV.slice(0, LIBRARIES_CSV.indexOf("\n")))],
  ["register-show", () => codesOf(CHOOSING.replace("show: [town]", "show: [street]"))],
  ["register-none-offered", () => codesOf(CHOOSING.replace("where: lends_tools", "where: shelves > 1000"))],
  ["fragment-name", () => fragmentCodes(FRAGMENT.replace("fragment: who-you-are", "fragment: you"))],
  ["overlay-place", () => overlayCodes("flow: [{ remove: hammer }]")],
  ["overlay-nothing", () => overlayCodes("questions: { hammer: null }")],
  ["overlay-same", () => overlayCodes("title: Borrow a tool")],
  [
    "message-no-address",
    () => fragmentCodes(FRAGMENT.replace(", email: your_email }", " }"), SOUND.replace("person: { address: address }\n", "")),
  ],
  ["identity-too-little", () => fragmentCodes(FRAGMENT.replace(/person: .*\n/, ""), SOUND.replace("basis:", "identity: strong\nbasis:"))],
  ["translation-none", () => fragmentCodes(FRAGMENT, ENGLISH, { ...COUNCIL, languages: ["en", "cy"] })],
  ["translation-missing", () => welshCodes("translation-missing")],
  ["translation-stale", () => welshCodes("translation-stale")],
  ["translation-placeholder", () => welshCodes("translation-placeholder")],
]);

function registerCodes(csv: string): readonly string[] {
  return withLibraries(LIBRARIES_YAML, csv).findings.map((finding) => finding.code);
}

function overlayCodes(line: string): readonly string[] {
  const fragments = new Map([
    ["who-you-are", { name: "who-you-are.yaml", text: FRAGMENT }],
    ["shelf/borrow-a-tool@1", { name: "services/borrow-a-tool.yaml", text: SOUND }],
  ]);
  const text = `extends: shelf/borrow-a-tool@1\n${line}\n`;
  return compileDefinition({ name: "borrow-a-tool.yaml", text }, fragments, COUNCIL).findings.map(({ code }) => code);
}

function fragmentCodes(text: string, service = SOUND, council: CouncilNames = COUNCIL): readonly string[] {
  const fragments = new Map([["who-you-are", { name: "who-you-are.yaml", text }]]);
  return compileDefinition({ name: "borrow-a-tool.yaml", text: service }, fragments, council).findings.map((finding) => finding.code);
}

/** The example of a check of translations is a change to the sound definition with its Welsh. */
function welshCodes(code: string): readonly string[] {
  const { right = "", wrong = "" } = CHECKS.get(code)?.example ?? {};
  assert.deepEqual(fragmentCodes(WELSH_FRAGMENT, WELSH), []);
  assert.equal(WELSH.split(right).length, 2);
  return fragmentCodes(
    WELSH_FRAGMENT,
    WELSH.replace(right, () => wrong),
  );
}

test("the sound definition has no findings", () => {
  assert.deepEqual(compileText(SOUND).findings, []);
});

test("there are at least 60 checks, each with a code of its own", () => {
  const codes = FAMILIES.flatMap((family) => family.checks).map((check) => check.code);
  assert.equal(new Set(codes).size, codes.length);
  assert.ok(codes.length >= 60, `${codes.length}`);
});

for (const check of CHECKS.values()) {
  test(`${check.code} is found in its failing example`, () => {
    const made = MADE.get(check.code);
    if (made !== undefined) return assert.ok(made().includes(check.code), made().join(", "));
    assert.ok(check.example !== undefined, "has no example");
    const { right, wrong } = check.example;
    const found = compileText(changed(right, wrong)).findings;
    const finding = found.find((one) => one.code === check.code);
    assert.ok(finding !== undefined, JSON.stringify(found, null, 1));
    assert.equal(finding.severity, check.severity);
    assert.match(finding.message, /^.{15,}\.$/su);
    assert.ok(finding.line >= 1 && finding.column >= 1);
  });
}

test("every finding of the failing examples has a code of the registry", () => {
  for (const { example } of CHECKS.values()) {
    if (example === undefined || !SOUND.includes(example.right)) continue;
    for (const code of codesOf(changed(example.right, example.wrong))) assert.ok(CHECKS.has(code), code);
  }
});

test("the page of checks lists exactly the codes", () => {
  const listed = [...checksPage().matchAll(/^### (.+)$/gm)].map((match) => match[1]);
  assert.deepEqual(listed, [...CHECKS.keys()]);
});
