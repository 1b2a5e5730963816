import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "..", "..");

/** What residents see is said in `src/language/`, in English and Welsh. These pages are English only (docs/languages.md), or for who builds. */
const ENGLISH_ONLY = [
  "src/faces/public/performance/",
  "src/faces/public/demo/",
  "src/faces/public/site/findings-panel.ts",
  // The errors of the API.
  "src/faces/public/site/standing-pages.ts",
];

/** Two words or more that begin like a sentence: in a text, or between the tags of a page. */
const SENTENCE = /(?:["'`>]|\$\{[^{}]*\}\s)\s*[A-Z][a-z’]+(?: [a-z’]+)+/g;

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file}`);
}

function codeOf(file: string): string {
  return readFileSync(join(ROOT, file), "utf8")
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/^\s*\/\/.*$/gm, "")
    .replaceAll(/throw new Error\([^)]*\)/g, "");
}

test("no page that residents see holds an English text of its own", () => {
  const files = ["src/faces/public", "src/faces/shared"]
    .flatMap(filesIn)
    .filter((file) => !ENGLISH_ONLY.some((own) => file.startsWith(own)));
  assert.ok(files.length > 25);
  const found = files.flatMap((file) => [...codeOf(file).matchAll(SENTENCE)].map(([text]) => `${file}: ${text}`));
  assert.deepEqual(found, []);
});
