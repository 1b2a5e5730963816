import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compileDefinition } from "../../src/definition/compile-definition.ts";
import type { Service } from "../../src/definition/service.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import { walk } from "../../src/journey/walk.ts";
import { holds } from "../../src/rules/compile-rule.ts";
import { blocks, readDocument } from "./documents.ts";

const TODAY = "2026-07-01";
const RECIPES = blocks(readDocument("docs/cookbook.md"), "yaml");
const FRAGMENTS = new Map([["contact", { name: "services/shared/contact.yaml", text: readDocument("services/shared/contact.yaml").text }]]);
const COUNCIL = { teams: ["help"], roles: ["officer", "manager"], workers: ["officer", "manager"] };

/** What a recipe leaves out, by key: any service would have it. */
const REST: Readonly<Record<string, string>> = {
  service: "service: a-recipe",
  title: "title: Ask us for help",
  summary: "summary: Ask the council for help.",
  group: "group: Help",
  owner: "owner: help",
  lead: "lead: Head of Help",
  basis: "basis: public task",
  start:
    "start: { who: [Anyone can ask.], need: [your contact details], time: 5 minutes, cost: We say before you pay., takes: We answer soon. }",
  case: [
    "case:",
    "  team: help",
    "  deadline: { any: 5 working days }",
    "  stages:",
    "    received: { title: Received, says: We have it., next: We will look at it., actions: { finish: { title: Finish, to: done } } }",
    "    done: { title: Done, says: We have done it., next: Nothing more will happen. }",
  ].join("\n"),
  messages: "messages: { received: default }",
  retention: "retention: 1 year after closed",
};

/** A recipe with the rest of a file around it. One that ends without a case needs nothing of how cases are worked. */
function whole(recipe: string): string {
  const keys = new Set([...recipe.matchAll(/^([a-z]+):/gm)].map(([, key = ""]) => key));
  const caseless = /^ {2}- stop: /m.test(recipe);
  const left = Object.entries(REST).filter(([key]) => !keys.has(key) && !(caseless && ["case", "messages", "retention"].includes(key)));
  return [...left.map(([, text]) => text), recipe].join("\n");
}

function compiled(recipe: string): Service {
  const { findings, ...compilation } = compileDefinition({ name: "a-recipe.yaml", text: whole(recipe) }, FRAGMENTS, COUNCIL);
  assert.deepEqual(findings, []);
  if (!("service" in compilation)) throw new Error("a recipe without findings is a service");
  return compilation.service;
}

describe("docs: cookbook", () => {
  test("there are twenty-three recipes, each with a need before and what it gives after", () => {
    const sections = readDocument("docs/cookbook.md").text.split(/^## /m).slice(1);
    assert.deepEqual(
      sections.map((section) => Number(/^(\d+)\. /.exec(section)?.[1])),
      Array.from({ length: 23 }, (_, at) => at + 1),
    );
    for (const section of sections) assert.match(section, /^\d+\. .+\n\n[A-Z].+\.\n\n```yaml\n[^`]+```\n\n[`A-Z][^#]+\.\n/);
    assert.equal(RECIPES.length, 23);
  });

  for (const [at, recipe] of RECIPES.entries()) {
    test(`recipe ${at + 1} has no finding, and the journeys that cover it come to every ending`, () => {
      const service = compiled(recipe);
      const journeys = coveringJourneys(service, TODAY);
      const ends = new Set(journeys.map(({ end }) => (end.kind === "outcome" ? end.outcome : "case")));
      const caseless = service.flow.at(-1)?.kind === "stop";
      assert.deepEqual([...ends].toSorted(), [...service.outcomes.keys(), ...(caseless ? [] : ["case"])].toSorted());
      for (const { answers, end } of journeys) assert.deepEqual(walk(service, answers, TODAY, "all").at, end);
      const asked = new Set(journeys.flatMap(({ answers }) => Object.keys(answers)));
      for (const id of service.questions.keys()) assert.ok(asked.has(id), `${id} is never asked`);
    });
  }

  test("an action is offered by what was recorded, and a closed case is opened again, as the recipes say", () => {
    const plan = compiled(RECIPES[20] ?? "").case;
    const when = plan.stages.get("inspected")?.actions.get("fell")?.when;
    assert.ok(when !== undefined);
    const offered = [undefined, 20, 21].map((height) => holds(when, { today: TODAY, ...(height === undefined ? {} : { height }) }));
    assert.deepEqual(offered, [false, false, true]);
    assert.deepEqual(
      [...plan.asked].map(([id, one]) => [id, one.public]),
      [
        ["height", true],
        ["photos", false],
      ],
    );
    const { stages } = compiled(RECIPES[21] ?? "").case;
    const reopen = { within: { amount: 28, unit: "days" }, to: "received", by: [], resident: true };
    assert.deepEqual(stages.get("mended")?.reopen, reopen);
  });

  test("a fee of a recipe is what the recipe says", () => {
    const fee = (at: number, facts: Parameters<NonNullable<Service["fee"]>["run"]>[0]): unknown =>
      compiled(RECIPES[at - 1] ?? "").fee?.run({ today: TODAY, ...facts });
    assert.deepEqual([fee(7, { copies: 1 }), fee(7, { copies: 20 })], [3, 60]);
    assert.deepEqual(
      [99, 100, 499, 500].map((guests) => fee(8, { guests })),
      [25, 60, 60, 140.5],
    );
  });
});
