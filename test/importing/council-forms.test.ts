import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarOfNation } from "../../src/cases/clock/work-calendar.ts";
import { channelFaults } from "../../src/command-line/three-channels.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import { dayOf } from "../../src/platform/clock.ts";
import { denseDefra } from "./dense-defra.ts";
import { denseXgov } from "./dense-xgov.ts";
import { denseXlsform } from "./dense-xlsform.ts";
import { housingSurvey } from "./housing-survey.ts";
import { formFile, imported } from "./imported.ts";
import { jsonForm, sameWay } from "./same-way.ts";
import { takeDefra, takeDefraLinked, takeXgov } from "./source-engines.ts";
import { treeSurvey } from "./tree-survey.ts";
import { xlsxFile } from "./xlsx-file.ts";

const NOW = new Date("2026-07-01T10:00:00Z");

const FORMS: Readonly<Record<string, () => Uint8Array | object>> = {
  "taxi.xgov.json": () => formFile("taxi.xgov.json"),
  "school-place.xgov.json": () => formFile("school-place.xgov.json"),
  "allotment.defra.json": () => formFile("allotment.defra.json"),
  "adapt-a-home.defra.json": () => formFile("adapt-a-home.defra.json"),
  "event-notice.defra.json": () => formFile("event-notice.defra.json"),
  "everything.xgov.json": denseXgov,
  "everything.defra.json": denseDefra,
  "trees.xlsx": treeSurvey,
  "housing.xlsx": housingSurvey,
  "everything.xlsx": () => xlsxFile(denseXlsform()),
};

const MOST_JOURNEYS = 25;

/** Some of them, from all over. */
function spread<T>(all: readonly T[]): readonly T[] {
  const step = Math.ceil(all.length / MOST_JOURNEYS);
  return all.filter((_, index) => index % step === 0);
}

for (const [name, form] of Object.entries(FORMS)) {
  test(`${name} is imported without errors, and its journeys come to the same by web, desk and API`, () => {
    const { compiled } = imported(name, form());
    const journeys = coveringJourneys(compiled, dayOf(NOW));
    assert.ok(
      journeys.some(({ end }) => end.kind === "check"),
      "nobody comes to its end",
    );
    assert.deepEqual(channelFaults(compiled, spread(journeys), NOW, calendarOfNation("england")), []);
  });
}

const ENGINES = { "school-place.xgov.json": takeXgov, "event-notice.defra.json": takeDefraLinked, "adapt-a-home.defra.json": takeDefra };

for (const [name, engine] of Object.entries(ENGINES)) {
  test(`${name}, imported, asks everybody what its own engine asks them`, () => {
    const form = JSON.parse(formFile(name).toString()) as { conditions: { value?: unknown }[] };
    // Expressions have tests of their own.
    form.conditions = form.conditions.filter(({ value }) => typeof value !== "string");
    // The answers tried are short.
    const text = JSON.stringify(form).replaceAll(/"(min|length)":[58]\b/g, '"max":900');
    sameWay(jsonForm(text), text, name, engine, 150);
  });
}
