import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { Client } from "pg";
import type { Answer, Answers, Question } from "../../src/answers/answer-type.ts";
import { answerType } from "../../src/answers/answer-types.ts";
import { openWorkspace } from "../../src/command-line/workspace.ts";
import { shapedAnswers } from "../../src/definition/shaped-answers.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import { walk } from "../../src/journey/walk.ts";
import { ruleToSql } from "../../src/rules/sql/rule-to-sql.ts";
import type { RuleSql } from "../../src/rules/sql/rule-to-sql.ts";
import type { RuleType } from "../../src/rules/type.ts";
import { SAMPLES, TODAY } from "../answers/samples.ts";
import { testDatabase } from "../support/database.ts";
import { rulesOf } from "./service-rules.ts";
import { compiled } from "./support.ts";

const { connection, close } = await testDatabase();
const client = new Client(connection);
await client.connect();
after(async () => {
  await client.end();
  await close();
});

/** The values of an expression over many answers, in their order. */
async function overAll(sql: RuleSql & { ok: true }, kept: readonly Answers[]): Promise<readonly unknown[]> {
  const rows = `jsonb_array_elements($${sql.values.length + 1}::jsonb) with ordinality as c(answers, n)`;
  const text = `select coalesce(to_jsonb(${sql.text}), 'null') as v from ${rows} order by c.n`;
  const found = await client.query<{ v: unknown }>(text, [...sql.values, JSON.stringify(kept)]);
  return found.rows.map(({ v }) => v);
}

/** Rules that read a question's answer whole or, where it has parts, each part of it. */
function readings(name: string, type: RuleType): readonly string[] {
  const inside = type.kind === "list" ? type.of : type;
  if (inside.kind !== "record") return [name];
  // A list of lists has no form in SQL.
  const parts = Object.entries(inside.fields).filter(([, part]) => type.kind !== "list" || part.kind !== "list");
  return parts.flatMap(([part, of]) => readings(`${name}.${part}`, of));
}

function cannotBeRead(question: Question): boolean {
  return shapedAnswers({ questions: new Map([[question.id, question]]) }).has(question.id);
}

function valueOf(question: Question, answer: Answer): ReturnType<ReturnType<typeof answerType>["value"]> {
  return answer === null ? null : answerType(question).value(question, answer);
}

test("SQL reads the answers of every type as rules see them, and refuses those that rules see in another form", async () => {
  for (const question of SAMPLES) {
    const type = answerType(question);
    const examples = [...type.examples(question, TODAY), null];
    const scope = { [question.id]: type.ruleType(question) };
    const shaped = shapedAnswers({ questions: new Map([[question.id, question]]) });
    for (const source of readings(question.id, type.ruleType(question)).filter((name) => !name.includes(".where"))) {
      const rule = compiled(source, scope);
      const sql = ruleToSql(rule, { answers: "c.answers", today: TODAY, shaped });
      assert.equal(sql.ok, !cannotBeRead(question), `${question.type}: ${source}`);
      if (!sql.ok) continue;
      const run = examples.map((answer) => rule.run({ [question.id]: valueOf(question, answer) }));
      const kept = examples.map((answer) => ({ [question.id]: answer }));
      assert.deepEqual(await overAll(sql, kept), run, `${question.type}: ${source}`);
    }
  }
});

test("every rule of the shelf gives the same over the answers of the covering journeys as they are kept", async () => {
  const today = "2026-06-15";
  const { checked } = await openWorkspace(join(import.meta.dirname, "..", ".."));
  for (const { service, compilation } of checked) {
    assert.ok(compilation.ok);
    const walks = coveringJourneys(compilation.service, today).map(({ answers }) => walk(compilation.service, answers, today));
    const kept = walks.map(({ live }) => live);
    const shaped = shapedAnswers(compilation.service);
    for (const rule of rulesOf(compilation.service)) {
      const sql = ruleToSql(rule, { answers: "c.answers", today, shaped });
      assert.equal(sql.ok, !rule.reads.some((name) => shaped.has(name)), rule.source);
      if (!sql.ok) continue;
      const run = walks.map(({ facts }) => rule.run(facts));
      assert.deepEqual(await overAll(sql, kept), run, `${service}: ${rule.source}`);
    }
  }
});
