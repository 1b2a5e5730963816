import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { type Html, raw } from "../../src/components/html.ts";
import { markupLines } from "../support/markup.ts";

const ROOT = new URL("../../node_modules/govuk-frontend/dist/govuk/components/", import.meta.url);
const OURS = new URL("../../src/components/", import.meta.url);

/** Only GOV.UK itself may use its header: it carries the crown and the GOV.UK name. Councils have generic-header. */
const LEFT_OUT = ["header"];

interface Fixture {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly html: string;
}

const published = readdirSync(ROOT).filter((name) => existsSync(new URL(`${name}/fixtures.json`, ROOT)));
const present = published.filter((name) => existsSync(new URL(`${name}.ts`, OURS)));

function fixturesOf(name: string): readonly Fixture[] {
  // The file is part of the pinned package; its shape is checked by running it.
  const file = JSON.parse(readFileSync(new URL(`${name}/fixtures.json`, ROOT), "utf8")) as { readonly fixtures: readonly Fixture[] };
  return file.fixtures;
}

async function componentOf(name: string): Promise<(options: unknown) => Html> {
  const exported: unknown = Reflect.get(await import(new URL(`${name}.ts`, OURS).href), camel(name));
  assert.equal(typeof exported, "function", `${name}.ts exports ${camel(name)}`);
  // Just seen to be a function; that it takes the macro's options is what the fixtures prove.
  return exported as (options: unknown) => Html;
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const SLOTS = new Set(["start", "end", "navigationStart", "navigationEnd"]);

/** Fixtures hold markup as text; our options take `Html`. */
function optionsOf(value: unknown, key = ""): unknown {
  const isMarkup = key === "html" || key.endsWith("Html") || SLOTS.has(key);
  if (isMarkup && typeof value === "string") return raw(value);
  if (Array.isArray(value)) return value.map((each) => optionsOf(each));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, name === "attributes" ? inner : optionsOf(inner, name)]));
}

/** The two marks councils may not show are given to the footer by whoever may; here they come from the fixture itself. */
function marksOf(markup: string): { logo?: Html; licenceLogo?: Html } {
  const marks = markup.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
  const find = (name: string) => marks.filter((mark) => mark.includes(name)).map(raw)[0];
  const logo = find("govuk-footer__crown");
  const licenceLogo = find("govuk-footer__licence-logo");
  return { ...(logo && { logo }), ...(licenceLogo && { licenceLogo }) };
}

for (const name of present) {
  test(`${name} writes what govuk-frontend publishes`, async () => {
    const component = await componentOf(name);
    for (const fixture of fixturesOf(name)) {
      const options = optionsOf(fixture.options);
      const given = name === "footer" ? Object.assign({}, options, marksOf(fixture.html)) : options;
      assert.deepEqual(markupLines(component(given).markup), markupLines(fixture.html), `${name}: ${fixture.name}`);
    }
  });
}

test("every published component but GOV.UK's own header is here, with all fixtures", () => {
  assert.deepEqual(
    published.filter((name) => !present.includes(name)),
    LEFT_OUT,
  );
  assert.ok(present.flatMap(fixturesOf).length >= 719);
});
