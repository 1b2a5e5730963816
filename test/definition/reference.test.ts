import assert from "node:assert/strict";
import { test } from "node:test";
import { ANSWER_TYPES } from "../../src/answers/answer-types.ts";
import { LEVELS } from "../../src/definition/keys.ts";
import { definitionSchema } from "../../src/definition/json-schema.ts";
import { definitionReference } from "../../src/definition/reference-page.ts";
import { SETTING_KEYS } from "../../src/definition/keys-question.ts";

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
