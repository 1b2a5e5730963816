import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";

/** Who may import whom: each folder of src, and the folders it may look into besides its own. In the order a newcomer reads them. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  definition: ["rules", "registers", "answers", "language"],
  rules: [],
  registers: ["rules", "language"],
  answers: ["rules", "registers", "components", "language"],
  language: [],
  importing: ["definition", "answers", "rules"],
  journey: ["definition", "answers", "rules", "language", "money"],
  platform: [],
  components: [],
  papers: ["language", "platform"],
  councils: ["definition", "registers", "language", "platform"],
  money: [],
  people: ["councils", "platform"],
  cases: ["councils", "money", "journey", "definition", "answers", "rules", "language", "platform"],
  records: ["cases", "councils", "definition", "platform"],
  drafts: ["councils", "answers", "platform"],
  contact: ["cases", "drafts", "councils", "definition", "answers", "language", "platform"],
  messages: ["cases", "councils", "money", "drafts", "definition", "answers", "language", "platform"],
  archive: ["contact", "messages", "cases", "councils", "people", "definition", "answers", "components", "language", "platform"],
  measures: ["cases", "councils", "money", "definition", "platform"],
  connectors: ["messages", "platform"],
  demonstration: ["*"],
  "command-line": ["*"],
  faces: ["*"],
};

const IMPORT = /(?:from |import |import\()"(\.{1,2}\/[^"]+)"/g;

function folderOf(file: string): string {
  const [, folder = "", inner] = file.split("/");
  return inner === undefined ? "(top)" : folder;
}

function faceOf(file: string): string | undefined {
  return file.startsWith("src/faces/") ? file.split("/")[2] : undefined;
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(IMPORT)].map(([, to = ""]) => normalize(join(dirname(file), to)));
}

function forbidden(file: string, to: string): boolean {
  const from = folderOf(file);
  const into = folderOf(to);
  if (from === "(top)" || from === into) return faceOf(file) !== faceOf(to) && faceOf(to) !== "shared" && from === "faces";
  const may = MAY_IMPORT[from];
  if (may === undefined) return true;
  // The context's type is wired above the capabilities and read by faces, the demonstration and the command line only.
  if (may.includes("*")) return into === "faces" && from === "demonstration";
  return !may.includes(into);
}

test("each folder imports only what the table allows", () => {
  const files = globSync("src/**/*.ts");
  assert.ok(files.length > 50);
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((to) => forbidden(file, to))
      .map((to) => `${file} imports ${to}`),
  );
  assert.deepEqual(wrong, []);
});

test("no file imports itself by way of others", () => {
  const graph = new Map(globSync("src/**/*.ts").map((file) => [file, importsOf(file)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      return;
    }
    if (done.has(file)) return;
    for (const to of graph.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  assert.deepEqual(circles, []);
});
