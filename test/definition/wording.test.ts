import assert from "node:assert/strict";
import { test } from "node:test";
import { JARGON, jargonIn } from "../../src/definition/wording/jargon.ts";
import { alike, rangeOf, sharedNumber } from "../../src/definition/wording/label-range.ts";
import { readingOf } from "../../src/definition/wording/reading-age.ts";
import { syllablesIn } from "../../src/definition/wording/syllables.ts";
import { changed, compileText } from "./compile-text.ts";

const SYLLABLES: Readonly<Record<number, string>> = {
  1: "made makes baked care safe used size years fire trees waste due plate whole live lives times stage judged asked moved health school UPRN 12,000",
  2: "council wanted table little tables boxes houses changes careful statement require person address children litres metres pothole somewhere carriage quiet being playing needed fuel neighbours people dinner",
  3: "requirement carefully insurance motorway radio area vehicle religion official company disabled usual actual theatre museum evidence dangerous various decided bicycles document",
  4: "application information certificate petroleum emergency additional collaborate",
  5: "disability accommodation immediately approximately individual",
};

test("syllables are counted as they are said", () => {
  for (const [count, words] of Object.entries(SYLLABLES))
    for (const word of words.split(" ")) assert.equal(syllablesIn(word), Number(count), word);
});

test("a plain text reads younger than an office text, and a short one is not judged", () => {
  const plain = "Tell us where you live. We will send a crew to your home. Put the bin out by seven in the morning. Take it in at night.";
  const office =
    "Notification of alterations to accommodation arrangements necessitates submission of documentary evidence substantiating residential occupation, following which the authority determines eligibility.";
  assert.ok((readingOf(plain)?.age ?? 99) < 7, `${readingOf(plain)?.age}`);
  assert.ok((readingOf(office)?.age ?? 0) > 18, `${readingOf(office)?.age}`);
  assert.equal(readingOf("What is your National Insurance number?"), undefined);
});

test("names, numbers, addresses of the web and the words of the service do not make a text harder", () => {
  const text = "Ask the man at the gate for a certificate. He has one for you. Take it with you when you go. Keep it at home for a year.";
  const before = readingOf(text)?.age ?? 0;
  assert.ok((readingOf(text, new Set(["certificate"]))?.age ?? 99) < before);
  const linked = text.replace("the gate", "[the gate](https://www.organisation-registration.example/information)");
  assert.equal(readingOf(linked)?.age, before);
  assert.equal(readingOf(text.replace("the gate", "the Gate"))?.age, before);
});

test("words of the office are found whole, in any case, and each has a plain one", () => {
  const found = jargonIn("Prior to this, utilise the form. Do not decease or pre-commence.").map(({ words }) => words);
  assert.deepEqual(found, ["prior to", "utilise"]);
  assert.ok(JARGON.size >= 100);
  for (const [words, plain] of JARGON) assert.ok(plain.length > 0 && !plain.split(" ").includes(words), words);
});

test("office words are pointed at where they stand in a text in quotation marks", () => {
  const text = changed("What is your address?", '"What is your address \\"home\\" prior to moving?"');
  const finding = compileText(text).findings.find(({ code }) => code === "wording-jargon");
  const line = text.split("\n")[(finding?.line ?? 0) - 1] ?? "";
  assert.ok(line.slice((finding?.column ?? 0) - 1).startsWith("prior to"), line);
  assert.equal(finding?.fix, "Write: before.");
});

test("ranges of numbers in options overlap where a number is in both", () => {
  const cases: readonly [string, string, number | undefined][] = [
    ["1 to 5", "5 to 10", 5],
    ["1-5", "6-10", undefined],
    ["Up to £1,000", "£1,000 or more", 1000],
    ["Up to £1,000", "More than £1,000", undefined],
    ["Under 18", "18 or over", undefined],
    ["Under 18", "16 or over", 16],
    ["1 to 5 dogs", "5 to 10 cats", undefined],
    ["2 dogs or more", "1 to 3 dogs", 2],
    ["Less than 3", "Less than 5", 2],
    ["9am to 1pm", "1pm to 5pm", undefined],
    ["5+", "1 to 5", 5],
    ["Over 10", "Over 20", 21],
  ];
  for (const [one, other, shared] of cases) {
    const [a, b] = [rangeOf(one), rangeOf(other)];
    assert.equal(a === undefined || b === undefined ? undefined : sharedNumber(a, b), shared, `${one} / ${other}`);
  }
});

test("labels are alike without case, punctuation, articles and plurals", () => {
  for (const [one, other] of [
    ["A dog", "Dogs."],
    ["My landlord", "the landlord"],
  ] as const)
    assert.equal(alike(one), alike(other));
  assert.notEqual(alike("Yes"), alike("No"));
  assert.notEqual(alike("£5"), alike("5"));
});
