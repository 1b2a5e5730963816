import assert from "node:assert/strict";
import { test } from "node:test";
import { CHECKS } from "../../src/definition/checks/registry.ts";
import type { Finding } from "../../src/definition/service.ts";
import { SOUND } from "../definition/compile-text.ts";
import { FILES } from "./files.ts";
import { isQuickAndSmall, type Report, reportsOf } from "./report.ts";
import { spoiltTexts } from "./spoilt.ts";

const check = (file: string): readonly string[] => ["check", "--json", file];

function isClear(name: string, report: Report): void {
  assert.equal(report.code, 1, name);
  assert.deepEqual(report.complained, [], name);
  const found = JSON.parse(report.said.join("\n")) as readonly Finding[]; // as check --json writes them
  assert.ok(found.some(({ severity }) => severity === "error") && found.length <= 100, name);
  for (const { code, message, line, column } of found) {
    assert.ok(CHECKS.has(code), `${name}: ${code}`);
    assert.ok(message.length > 10 && message.length <= 600 && line >= 1 && column >= 1, `${name}: ${message}`);
  }
}

test("each hostile file comes back from check with a clear error, in a second and 200 MB", () => {
  for (const [name, report] of reportsOf(FILES, "yaml", check)) {
    isClear(name, report);
    isQuickAndSmall(name, report);
  }
});

test("so does what chance makes of a sound definition", () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const texts = spoiltTexts([SOUND], 40, seed);
  const files = Object.fromEntries(texts.map((text, at) => [`spoilt ${seed} ${at}`, text]));
  for (const [name, report] of reportsOf(files, "yaml", check)) {
    if (report.code === 1) isClear(name, report);
    isQuickAndSmall(name, report);
  }
});
