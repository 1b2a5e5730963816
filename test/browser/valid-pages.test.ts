import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import { promisify } from "node:util";

import { ANSWER_TYPES } from "../../src/answers/answer-types.ts";
import { everyPage } from "../support/every-page.ts";
import type { Shown } from "../support/shown-page.ts";
import { sharedWorld } from "../support/shown-pages.ts";
import { validateHtml } from "../support/validate-html.ts";
import { plainText } from "../support/web-client.ts";

const run = promisify(execFile);
const NU = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build", "dist", "vnu.jar");

const KB = 1000;
/** Of a page's markup before it is compressed. */
const HEAVIEST = 30 * KB;

function all(markup: string, pattern: RegExp): readonly string[] {
  return [...markup.matchAll(pattern)].map(([whole, first]) => first ?? whole);
}

const ENGLISH = { lang: "en", council: "Eastmere Borough Council", error: "Error: " };
const WELSH = { lang: "cy", council: "Cyngor Bwrdeistref Eastmere", error: "Gwall: " };

/** What is wrong with a page that every page must have right; one sentence each. */
function faults({ name, body, status }: Shown): readonly string[] {
  const said = (fault: string): string => `${name}: ${fault}`;
  const found: string[] = [];
  const headings = all(body, /<h1\b[^>]*>([\s\S]*?)<\/h1>/g).map(plainText);
  if (headings.length !== 1 || headings[0] === "") found.push(said(`has ${headings.length} main headings`));
  const { lang, council, error } = name.endsWith("in Welsh") ? WELSH : ENGLISH;
  if (!body.includes(`<html lang="${lang}"`)) found.push(said("does not say its language"));
  const title = plainText(/<title>([\s\S]*?)<\/title>/.exec(body)?.[1] ?? "");
  if (!title.endsWith(council)) found.push(said(`is called "${title}"`));
  const wrong = body.includes("govuk-error-summary");
  if (wrong !== title.startsWith(error)) found.push(said(`is called "${title}"`));
  if (wrong ? status < 400 : status === 422) found.push(said(`shows ${wrong ? "errors" : "none"} with status ${status}`));
  const ids = all(body, /\sid="([^"]*)"/g);
  for (const to of all(/govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(body)?.[1] ?? "", /href="#([^"]*)"/g)) {
    if (!ids.includes(to)) found.push(said(`links an error to "${to}", which is not there`));
  }
  // Chance draws the keys of forms, and one in some thousands has such a word in it.
  const written = body.replaceAll(/value="[\da-f-]{36}\.[\w-]+"/g, "");
  if (/undefined|NaN|\[object|>null</.test(written)) found.push(said("shows what only a program should see"));
  if (Buffer.byteLength(body) > HEAVIEST) found.push(said(`weighs ${Buffer.byteLength(body)} bytes`));
  return found;
}

describe("every kind of page that a resident or an officer meets", () => {
  let pages: readonly Shown[];
  before(async () => {
    pages = await everyPage();
  });

  test("screens of every answer type are among them, plain, with errors and answered", async () => {
    const { service } = await sharedWorld();
    const fictional = ["keep-a-dragon", "host-a-tournament"];
    const all = fictional.flatMap((id) => [...service(id).questions.values()]);
    const asked = all.flatMap((question) => [question, ...(question.settings.questions ?? [])]);
    const types = new Set(asked.map(({ type }) => type));
    assert.deepEqual(
      [...ANSWER_TYPES.keys()].filter((type) => !types.has(type)),
      [],
    );
    // A screen that both have, such as one of the contact, is looked at in one of them.
    const screens = new Set(fictional.flatMap((name) => [...service(name).screens.keys()]));
    for (const id of screens) {
      for (const state of ["", " answered"])
        assert.ok(
          pages.some(({ name }) => fictional.some((service) => name === `${service}, ${id}${state}`)),
          `${id}${state}`,
        );
    }
  });

  test("each has one main heading, its language, a title that says Error first, links to what is wrong, and little weight", () => {
    assert.deepEqual(pages.flatMap(faults), []);
  });

  test("each is valid by html-validate", async () => {
    const found = await Promise.all(pages.map(async ({ name, body }) => (await validateHtml(body)).map((error) => `${name}: ${error}`)));
    assert.deepEqual(found.flat(), []);
  });

  test("each is valid by the Nu HTML checker", async (context) => {
    const folder = mkdtempSync(join(tmpdir(), "guildhall-pages-"));
    try {
      for (const [index, { body }] of pages.entries()) writeFileSync(join(folder, `${index}.html`), body);
      const told = await run("java", ["-jar", NU, "--format", "json", "--errors-only", folder]).catch((error: unknown) => {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        // It ends with 1 where it found errors.
        if (error instanceof Error && "stderr" in error) return { stderr: String(error.stderr) };
        throw error;
      });
      if (told === undefined) return context.skip("There is no Java here");
      const { messages } = reportOf(told.stderr);
      const named = messages.map(({ url, message, lastLine, extract }) => {
        const page = pages[Number(/(\d+)\.html$/.exec(url)?.[1])];
        return `${page?.name} (line ${lastLine}): ${message} ${extract}`;
      });
      assert.deepEqual(named, []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("what a person may have told their browser is asked for by its purpose", () => {
    const body = pages
      .filter(({ name }) => !name.startsWith("desk, "))
      .map((page) => page.body)
      .join("");
    for (const [field, purpose] of Object.entries(PURPOSES)) {
      const inputs = all(body, new RegExp(`<input\\b[^>]*\\sname="${field.replace(".", "\\.")}"[^>]*>`, "g"));
      assert.ok(inputs.length > 0, field);
      for (const input of inputs) assert.match(input, new RegExp(`\\sautocomplete="${purpose}"`));
    }
  });
});

const PURPOSES: Readonly<Record<string, string>> = {
  "your_name.first": "given-name",
  "your_name.last": "family-name",
  your_email: "email",
  your_phone: "tel",
  "your_address.line1": "address-line1",
  "your_address.line2": "address-line2",
  "your_address.town": "address-level2",
  "your_address.postcode": "postal-code",
  email: "email",
};

interface NuReport {
  readonly messages: readonly { readonly url: string; readonly message: string; readonly lastLine: number; readonly extract: string }[];
}

function reportOf(text: string): NuReport {
  // Safe: the shape is the checker's own (https://github.com/validator/validator/wiki/Output-»-JSON); what lacks it fails the test.
  return JSON.parse(text) as NuReport;
}
