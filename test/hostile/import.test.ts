import assert from "node:assert/strict";
import { test } from "node:test";
import { FORMS } from "./forms.ts";
import { isQuickAndSmall, reportsOf } from "./report.ts";

test("each hostile form comes back from import with a refusal or a definition, in a second and 200 MB", () => {
  let number = 0;
  for (const [name, report] of reportsOf(FORMS, "form", (file) => ["import", file, "--service", `form-${++number}`])) {
    const words = [...report.said, ...report.complained].join(" ");
    assert.ok(words.length > 20 && words.length < 20_000, `${name}: ${words.slice(0, 200)}`);
    assert.equal(report.code === 0, report.complained.length === 0, `${name}: ${words.slice(0, 200)}`);
    isQuickAndSmall(name, report);
  }
});
