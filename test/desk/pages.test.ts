import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import type { Shown } from "../support/shown-page.ts";
import { deskPages } from "./desk-pages.ts";

/** What holds of every page, the desk's too, is in test/browser/valid-pages.test.ts and test/browser/pages.test.ts. */
describe("every page of the desk", () => {
  let pages: readonly Shown[];
  before(async () => {
    pages = await deskPages();
  });

  test("holds no style and no script of its own, which its policy would stop", () => {
    for (const { name, body } of pages) assert.doesNotMatch(body, / style=|<style|<script(?! type="module" src=)/, name);
  });

  test("links every message of its error summary to an input or a part of the page that is there", () => {
    let links = 0;
    for (const { name, body } of pages) {
      const summary = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(body)?.[1] ?? "";
      for (const [, id = ""] of summary.matchAll(/href="#([^"]+)"/g)) {
        links += 1;
        assert.ok(body.includes(` id="${id}"`), `${name}: #${id}`);
      }
    }
    assert.ok(links > 15);
  });
});
