import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { html } from "../../src/components/html.ts";
import { page } from "../../src/components/page.ts";
import { RULES_OFF, validateHtml } from "../support/validate-html.ts";
import { factsPage, questionsPage, unusedPage } from "./sample-page.ts";

const council = { name: "Eastmere Borough Council" };

const titleOf = (options: Parameters<typeof page>[0]) => /<title>(.*)<\/title>/.exec(page(options).markup)?.[1];

test("pages with every kind of component, in normal and error state, are valid HTML", async () => {
  for (const each of [questionsPage(false), questionsPage(true), factsPage(), unusedPage()])
    assert.deepEqual(await validateHtml(each.markup), []);
});

test("the validator sees what is wrong", async () => {
  const bad = page({ council, title: "Bad", main: html`<p id="a" style="color: red">One<p id="a">Two</p>` });
  const rules = (await validateHtml(bad.markup)).map((message) => message.slice(0, message.indexOf(":")));
  assert.deepEqual(rules.toSorted(), ["no-dup-id", "no-implicit-close", "no-inline-style"]);
});

test("each rule that is off has its reason", () => {
  // Our own file, two levels deep; a missing part fails the comparison.
  const config = JSON.parse(readFileSync(new URL("../../.htmlvalidate.json", import.meta.url), "utf8")) as {
    rules: Record<string, unknown>;
  };
  const off = Object.keys(config.rules).filter((rule) => config.rules[rule] === "off");
  assert.deepEqual(off, Object.keys(RULES_OFF));
});

test("the title names the page, the service and the council, once each, and says first when there is an error", () => {
  assert.equal(titleOf({ council, title: "Privacy", main: "" }), "Privacy &ndash; Eastmere Borough Council");
  assert.equal(
    titleOf({ council, title: "Your name", service: { name: "Renew a permit" }, error: true, main: "" }),
    "Error: Your name &ndash; Renew a permit &ndash; Eastmere Borough Council",
  );
  assert.equal(
    titleOf({ council, title: "Fees & fines", service: { name: "Fees & fines" }, main: "" }),
    "Fees &amp; fines &ndash; Eastmere Borough Council",
  );
});

test("nothing a content security policy would stop, no crown, and text is escaped", () => {
  const { markup } = page({ council: { name: "<b>Eastmere</b>" }, title: "A", main: "<script>1</script>" });
  assert.doesNotMatch(markup, /<script>|<script(?![^>]* src=)|\sstyle=|\son\w+=|crown|<b>/i);
  assert.match(markup, /&lt;script&gt;1/);
});

test("the navigation marks the page it is on, and desk pages are wide", () => {
  const { markup } = factsPage();
  assert.match(markup, /href="\/desk\/cases" aria-current="page"/);
  assert.equal(markup.match(/aria-current="page"><strong/g)?.length, 1);
  assert.match(markup, /<body class="govuk-template__body guildhall-wide">/);
  assert.doesNotMatch(questionsPage(false).markup, /guildhall-wide/);
});
