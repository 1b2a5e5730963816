import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";

const lengths = globSync("src/**/*.ts").map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length }));

test("files are small: nine of ten under 250 lines, none over 400", () => {
  const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const ninth = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  assert.ok(ninth < 250, `nine of ten files are under ${ninth} lines`);
  assert.deepEqual(
    lengths.filter(({ lines }) => lines > 400).map(({ file }) => file),
    [],
  );
});

test("the median file has at most 70 lines", () => {
  const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  assert.ok(median <= 70, `the median file has ${median} lines`);
});

test("file names are kebab-case and no file is a barrel", () => {
  const files = globSync("{src,test}/**/*.ts");
  assert.deepEqual(
    files.filter((file) => !/^[a-z0-9/.-]+$/.test(file)),
    [],
  );
  const barrels = files.filter((file) => /^export (\*|\{[^}]*\}) from/m.test(readFileSync(file, "utf8")));
  assert.deepEqual(barrels, []);
});

function blank(quoted: string): string {
  return quoted.replaceAll(/[^\n]/g, " ");
}

/** The text with what stands in quotes and templates blanked, line for line: SQL and markup have words like ours. */
function code(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return text.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, blank).split("\n");
}

test("every 'as' has a reason beside it, or is 'as const'", () => {
  const bare = globSync("src/**/*.ts").flatMap((file) => {
    const lines = code(file);
    return lines.flatMap((line, index) => {
      const comment = /^\s*(\*|\/\*|\/\/)/.test(line);
      if (comment || !/\bas (?!const\b)[A-Za-z{[(]/.test(line.replace(/\/\/.*$/, "")) || /[{,]\s*\w+ as \w+\s*[,}]/.test(line)) return [];
      return /\/\/|\*\//.test(lines.slice(Math.max(0, index - 6), index + 2).join("\n")) ? [] : [`${file}:${index + 1}`];
    });
  });
  assert.deepEqual(bare, []);
});
