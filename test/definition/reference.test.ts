import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { ANSWER_TYPES } from "../../src/answers/answer-types.ts";
import { LEVELS } from "../../src/definition/keys.ts";
import { definitionSchema } from "../../src/definition/json-schema.ts";
import { definitionReference } from "../../src/definition/reference-page.ts";
import { SETTING_KEYS } from "../../src/definition/keys-question.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const PAGE = definitionReference();

test("the reference names every key with its sentence, and every answer type", () => {
  for (const level of Object.values(LEVELS)) {
    for (const [id, key] of Object.entries(level)) {
      assert.ok(PAGE.includes(`| \`${id}\``), id);
      assert.ok(PAGE.includes(key.about.replaceAll("|", "\\|")), id);
    }
  }
  for (const name of ANSWER_TYPES.keys()) assert.ok(PAGE.includes(`| ${name} |`), name);
});

test("every link of the reference goes to a heading", () => {
  const anchor = (title: string): string =>
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9 -]/g, "")
      .replaceAll(" ", "-");
  const anchors = new Set([...PAGE.matchAll(/^## (.+)$/gm)].map(([, title = ""]) => anchor(title)));
  const links = [...PAGE.matchAll(/\]\(#([^)]+)\)/g)].map(([, link = ""]) => link);
  assert.ok(links.length > 10);
  assert.deepEqual(
    links.filter((link) => !anchors.has(link)),
    [],
  );
});

test("the schema holds every level, and every reference in it leads somewhere", () => {
  const schema = JSON.parse(JSON.stringify(definitionSchema())) as { $defs: Record<string, { properties: object }> }; // as the function builds it
  const text = JSON.stringify(schema);
  for (const [, name = ""] of text.matchAll(/"#\/\$defs\/([^"]+)"/g)) assert.ok(Object.hasOwn(schema.$defs, name), name);
  for (const [name, level] of Object.entries(LEVELS)) {
    const keys = Object.keys(schema.$defs[name.replaceAll(" ", "-")]?.properties ?? {});
    // An overlay may change any key of the service beside its own.
    assert.deepEqual(name === "overlay" ? keys.filter((key) => Object.hasOwn(level, key)) : keys, Object.keys(level));
  }
});

test("every setting that an answer type takes is a key of questions", () => {
  for (const type of ANSWER_TYPES.values())
    for (const id of [...type.settings, ...type.needs]) assert.ok(Object.hasOwn(SETTING_KEYS, id), id);
});

test("an editor is told what every key is for, and offers every answer type with its sentence", () => {
  interface Level {
    readonly properties: Readonly<
      Record<string, { readonly description?: string; readonly oneOf?: readonly { const: string; description: string }[] }>
    >;
  }
  const schema = JSON.parse(JSON.stringify(definitionSchema())) as { $defs: Readonly<Record<string, Level>> }; // as the function builds it
  for (const [name, { properties }] of Object.entries(schema.$defs))
    for (const [key, { description }] of Object.entries(properties)) assert.match(description ?? "", /^.{10,}[.;)]?$/, `${name} ${key}`);
  const offered = schema.$defs["question"]?.properties["type"]?.oneOf ?? [];
  assert.deepEqual(
    offered.map((type) => type.const),
    [...ANSWER_TYPES.keys()],
  );
  for (const { description } of offered) assert.match(description, /\.$/);
});

test("the services of the shelf and the councils are as the schema says, and a slip is not", () => {
  const valid = new Ajv2020({ strict: false }).compile(JSON.parse(JSON.stringify(definitionSchema())) as object); // a schema is an object
  const files = globSync(["services/**/*.yaml", "councils/*/services/*.yaml"], { cwd: ROOT });
  assert.ok(files.length >= 8);
  for (const file of files) {
    const text = readFileSync(join(ROOT, file), "utf8");
    assert.ok(valid(parse(text)), `${file}: ${JSON.stringify(valid.errors?.slice(0, 3))}`);
    // Of an overlay only the names of keys are known.
    if (/^extends:/m.test(text)) continue;
    for (const [right, wrong] of [
      [/^(service|fragment|register):/m, "servic:"],
      [/\btype: [a-z-]+|\b\w+: text\b/, "type: txet"],
    ] as const)
      assert.ok(!valid(parse(text.replace(right, wrong))), `${file} with ${wrong}`);
  }
});
