import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { brandCss, contrast } from "../../src/components/brand.ts";

const colourOf = (css: string, name: string) => new RegExp(`--govuk-${name}: (#[0-9a-f]{6});`).exec(css)?.[1] ?? "none";

test("contrast is as WCAG defines it", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("#FFFFFF", "#ffffff"), 1);
  assert.equal(contrast("#777777", "#ffffff")?.toFixed(2), "4.48");
  assert.equal(contrast("#767676", "#ffffff")?.toFixed(2), "4.54");
  assert.equal(contrast("red", "#ffffff"), null);
});

test("a colour that white text cannot be read on, or that is none, has no stylesheet", () => {
  for (const colour of ["#777777", "#ffdd00", "#fff", "green", "", "#1d70b8; } body { display: none", "#1d70b"])
    assert.equal(brandCss(colour), null);
});

test("the stylesheet sets properties and nothing else", () => {
  const css = brandCss("#00563F") ?? "";
  assert.match(css, /^:root \{\n( {2}--govuk-[a-z-]+-colour: #[0-9a-f]{6};\n){6}\}\n$/);
  assert.equal(colourOf(css, "brand-colour"), "#00563f");
});

test("with any brand, links can be read on the page and on the tint", () => {
  const channel = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.tuple(channel, channel, channel), (parts) => {
      const css = brandCss(`#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`);
      if (css === null) return;
      for (const name of ["link-colour", "link-hover-colour"]) {
        for (const background of ["#ffffff", colourOf(css, "surface-background-colour")]) {
          assert.ok((contrast(colourOf(css, name), background) ?? 0) >= 4.5, `${name} on ${background} in ${css}`);
        }
      }
    }),
  );
});
