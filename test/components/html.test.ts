import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { attribute, attributes, classes } from "../../src/components/attributes.ts";
import { html, join, raw } from "../../src/components/html.ts";
import { textarea } from "../../src/components/textarea.ts";
import { markupLines } from "../support/markup.ts";

const same = (one: string, other: string) => assert.deepEqual(markupLines(one), markupLines(other));
const differ = (one: string, other: string) => assert.notDeepEqual(markupLines(one), markupLines(other));

test("what is put into a template stays text, in elements and attributes", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const written = html`<pre title="${text}">${text}</pre>`.markup;
      assert.doesNotMatch(written.slice('<pre title="'.length, -"</pre>".length).replace('">', ""), /[<>"']/);
      assert.doesNotMatch(attributes({ title: text }).markup.slice(' title="'.length, -1), /[<>"']/);
      assert.equal(attribute("title", text).markup, attributes({ title: text }).markup);
    }),
  );
});

test("nothing, markup, numbers and lists", () => {
  assert.equal(html`${null}${undefined}${false}${0}${raw("<b>")}${["<", [raw("<i>"), 1]]}`.markup, "0<b>&lt;<i>1");
  assert.equal(join(["a", null, "", "b"], ", ").markup, "a, b");
});

test("attributes and classes that do not apply are left out", () => {
  assert.equal(attribute("a", undefined).markup + attribute("a", null).markup + attribute("a", false).markup, "");
  assert.equal(attribute("a", true).markup + attribute("b", "").markup + attribute("c", 0).markup, ' a b="" c="0"');
  assert.equal(classes("own", undefined, false, "", "other"), "own other");
});

test("a text area gives back a text that begins with a line break", () => {
  assert.match(textarea({ name: "a", value: "\nTwo" }).markup, />\n\nTwo<\/textarea>/);
});

test("the comparison of markup sees what a browser would show", () => {
  same('<p\n  class=" a  b ">\n One <b> two</b>\n</p>', '<p class="a b">One <b>two</b></p>');
  same("<div> <p>A</p>\n\n<p>B</p> </div>", "<div><p>A</p><p>B</p></div>");
  same("<p>&#39;&lt;</p><input disabled>", `<p>'&lt;</p><input disabled="">`);
  differ("<p>One <b>two</b></p>", "<p>One<b>two</b></p>");
  differ("<p><b>One</b> <b>two</b></p>", "<p><b>One</b><b>two</b></p>");
  differ("<p>a&lt;b</p>", "<p>a<b</p>");
  differ('<a id="1" href="2"></a>', '<a href="2" id="1"></a>');
  differ('<a id="1"href="2"></a>', '<a id="1" href="2"></a>');
  differ("<textarea> a</textarea>", "<textarea>a</textarea>");
});
