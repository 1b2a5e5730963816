import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { quoted, readDocument, ROOT } from "./documents.ts";

type Packages = Readonly<Record<string, string>>;

// As npm has it.
const PACKAGE = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { dependencies: Packages; devDependencies: Packages };
const PRODUCTION = Object.keys(PACKAGE.dependencies);
const DEVELOPMENT = Object.keys(PACKAGE.devDependencies);
/** Used by name from package.json, tsconfig.json or by the compiler, not imported. */
const TOOLS = new Set([
  "oxfmt",
  "oxlint",
  "oxlint-tsgolint",
  "typescript",
  "@tsconfig/strictest",
  "@types/node",
  "@types/nodemailer",
  "@types/pg",
  "@types/pdfkit",
]);

/** The packages that files import, or reach into by their place in node_modules. */
function used(pattern: string, reached: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of globSync(pattern, { cwd: ROOT })) {
    const text = readFileSync(join(ROOT, file), "utf8");
    for (const [, from = ""] of text.matchAll(/(?: from |^import |\bimport\()"([^".\n][^"\n]*)"\)?(?:[;.]| with )/gm)) {
      const [scope = "", name = ""] = from.split("/");
      if (!from.startsWith("node:")) found.add(scope.startsWith("@") ? `${scope}/${name}` : scope);
    }
    for (const name of reached) if (text.includes(`"${name}`) || text.includes(`${name}/`)) found.add(name);
  }
  return found;
}

test("the program imports packages of production only, and every one of them", () => {
  assert.deepEqual([...used("src/**/*.ts", ["govuk-frontend", "dejavu-fonts-ttf"])].toSorted(), PRODUCTION.toSorted());
});

test("the tests import packages that are named, and every one of development", () => {
  const ours = used("test/**/*.ts", ["govuk-frontend", "axe-core", "vnu-jar"]);
  assert.deepEqual(
    [...ours].filter((name) => !PRODUCTION.includes(name) && !DEVELOPMENT.includes(name)),
    [],
  );
  assert.deepEqual(
    DEVELOPMENT.filter((name) => !ours.has(name) && !TOOLS.has(name)),
    [],
  );
});

test("the decision about libraries lists those of production", () => {
  const named = new Set(quoted(readDocument("docs/adr/0012-libraries.md")));
  assert.deepEqual(
    PRODUCTION.filter((name) => !named.has(name)),
    [],
  );
});
