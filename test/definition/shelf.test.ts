import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { ANSWER_TYPES } from "../../src/answers/answer-types.ts";
import { openWorkspace } from "../../src/command-line/workspace.ts";
import type { Question } from "../../src/answers/answer-type.ts";
import type { Service, Step } from "../../src/definition/service.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const workspace = await openWorkspace(ROOT);

test("the councils' own files are sound and name at least six services", () => {
  assert.deepEqual(workspace.findings, []);
  assert.ok(workspace.checked.length >= 6);
});

for (const { service, file, compilation } of workspace.checked) {
  test(`${service} has no error and no warning, and at most 100 lines without its translations`, () => {
    assert.deepEqual(
      compilation.findings.filter((finding) => finding.severity !== "advice"),
      [],
    );
    const [own = ""] = file.text.split(/^welsh:$/m);
    assert.ok(own.trimEnd().split("\n").length <= 100);
  });

  test(`${service} takes at most 350 bytes a question`, () => {
    assert.ok(compilation.ok);
    const own = [...compilation.service.questions.values()].flatMap(withInner);
    const asking = file.text.slice(file.text.indexOf("\nquestions:"), file.text.indexOf("\noutcomes:"));
    assert.ok(asking.length / own.length <= 350, `${Math.round(asking.length / own.length)}`);
  });
}

function withInner(question: Question): readonly Question[] {
  return [question, ...(question.settings.questions ?? []).flatMap(withInner)];
}

function kindsOf(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => [
    `${step.kind}${step.when === undefined ? "" : " when"}`,
    ...(step.kind === "branch" ? kindsOf(step.steps) : []),
  ]);
}

function fictional(name: string): Service {
  const found = workspace.checked.find((one) => one.service === name)?.compilation;
  assert.ok(found?.ok === true);
  return found.service;
}

test("keep-a-dragon and host-a-tournament use every answer type between them", () => {
  const questions = ["keep-a-dragon", "host-a-tournament"].flatMap((name) => [...fictional(name).questions.values()]);
  const used = new Set(questions.flatMap(withInner).map((question) => question.type));
  assert.deepEqual(
    [...ANSWER_TYPES.keys()].filter((type) => !used.has(type)),
    [],
  );
});

test("keep-a-dragon uses every kind of step", () => {
  const service = fictional("keep-a-dragon");
  const kinds = new Set(kindsOf(service.flow));
  for (const kind of ["screen", "screen when", "stop when", "branch when"]) assert.ok(kinds.has(kind), kind);
  assert.ok(service.fee !== undefined && service.declaration !== undefined);
  assert.ok([...service.screens.values()].some((screen) => screen.musts.length > 0));
});
