import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, compileText } from "./compile-text.ts";

const FEE = "fee: if count(extras) > 1 then 5 else 3";

/** The codes and messages about the fee, with another fee and other limits of the height. */
function found(fee: string, height = "least: 1, most: 9"): readonly string[] {
  const text = changed(FEE, fee)
    .replace("least: 1, most: 9", height)
    .replace('  - { when: tool = "ladder", ask: height }\n', "  - height\n");
  const { findings } = compileText(text);
  return findings.filter(({ code }) => code.startsWith("fee-")).map(({ code, message }) => `${code}: ${message}`);
}

test("a fee that stays within its limits is not reported, however it is worked out", () => {
  for (const fee of [
    "3.50",
    "3 * height",
    "10 - height",
    "max([0, 3 - height])",
    "if height > 3 then height - 3 else 0",
    "height * height / 2",
  ])
    assert.deepEqual(found(`fee: '${fee}'`), [], fee);
});

test("a fee below nothing is shown with the answers that lead there", () => {
  assert.deepEqual(found("fee: 5 - height"), ["fee-negative: The fee can be less than nothing: it is -£1 where height is 6 metres."]);
  // Answers above 6 end the journey, so that no case has them.
  assert.deepEqual(found("fee: 6 - height"), []);
});

test("a number without limits is one that people can make a fee of", () => {
  const [negative] = found("fee: 3 * height", "decimals: 0");
  assert.match(negative ?? "", /^fee-negative: .* it is -£.* where height is -\d/);
});

test("a fee that grows for ever is shown with an answer", () => {
  const text = changed(FEE, "fee: 100 * card").replace("type: text, longest: 20", "type: number, least: 0");
  const { findings } = compileText(text);
  assert.match(
    findings.find(({ code }) => code === "fee-unbounded")?.message ?? "",
    /has no limit: it is £99,999,999,900 where card is 999,999,999/,
  );
});

test("a fee over an answer that some are not asked comes to nothing, and so does a table without a row", () => {
  const { findings } = compileText(changed(FEE, "fee: 3 * height"));
  assert.match(findings.find(({ code }) => code === "fee-nothing")?.message ?? "", /comes to nothing where height is not asked/);
  const table = "fee: price\ntables: { price: { hit: first, rows: [{ when: height < 4, gives: 3 }] } }";
  assert.match(found(table).join(), /fee-nothing: .* where height is [456] metres/);
  assert.deepEqual(found(table.replace("}] } }", "}], otherwise: 7 } }")), []);
  assert.deepEqual(found("fee: 'if height > 3 then 5 else null'"), []);
});
