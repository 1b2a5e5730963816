import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "..");

test("no file prepares anything for the tests of all: what fails at the root of one process fails them all", () => {
  const files = globSync("**/*.test.ts", { cwd: ROOT });
  assert.ok(files.length > 100);
  assert.deepEqual(
    files.filter((file) => /^(before|beforeEach)\(/m.test(readFileSync(join(ROOT, file), "utf8"))),
    [],
  );
});
