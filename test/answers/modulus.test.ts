import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";

import { belongTogether } from "../../src/answers/modulus.ts";
import { ask, outcome, read } from "./samples.ts";

/** The examples of "Validating account numbers" by Vocalink: one or more for each exception. */
const TOGETHER = `089999 66374958, 107999 88837491, 202959 63748472, 871427 46238510, 872427 46238510, 871427 09123496, 871427 99123496,
  820000 73688637, 827999 73988638, 827101 28748352, 134020 63849203, 118765 64371389, 200915 41011166, 938611 07806039, 938600 42368003,
  938063 55065200, 772798 99345694, 086090 06774744, 309070 02355688, 309070 12345668, 309070 12345677, 309070 99345694, 074456 12345112,
  070116 34012583, 074456 11104102, 180002 00000190`;
const NOT_TOGETHER = `938063 15764273, 938063 15764264, 938063 15763217, 118765 64371388, 203099 66831036, 203099 58716970, 089999 66374959,
  107999 88837493`;

function pairs(text: string): readonly (readonly [string, string])[] {
  return text.split(",").map((pair) => {
    const [sortCode = "", account = ""] = pair.trim().split(" ");
    return [sortCode, account];
  });
}

describe("the modulus check of bank details", () => {
  it("says of the published examples what their publisher says, whatever was checked before", () => {
    for (const round of [1, 2]) {
      for (const [code, account] of pairs(TOGETHER)) assert.ok(belongTogether(code, account), `${round}: ${code} ${account}`);
      for (const [code, account] of pairs(NOT_TOGETHER)) assert.ok(!belongTogether(code, account), `${round}: ${code} ${account}`);
    }
  });

  it("passes an account at a sort code that the table does not have", () => {
    assert.ok(belongTogether("000000", "12345678"));
  });

  // The weights of these sort codes are 8 to 1 over the account number, by 11.
  const sortCode = fc.integer({ min: 10_004, max: 16_715 }).map((code) => String(code).padStart(6, "0"));
  const account = fc.integer({ min: 0, max: 99_999_999 }).map((number) => String(number).padStart(8, "0"));
  const real = fc.tuple(sortCode, account).filter(([code, number]) => belongTogether(code, number));

  it("finds every digit that is typed wrong, and every two that change places", () => {
    fc.assert(
      fc.property(real, fc.nat(7), fc.integer({ min: 1, max: 9 }), ([code, number], at, by) => {
        const digit = Number(number[at]);
        const wrong = number.slice(0, at) + String((digit + by) % 10) + number.slice(at + 1);
        assert.ok(!belongTogether(code, wrong), `${number} and ${wrong}`);
        const [left = "", right = ""] = number.slice(at, at + 2);
        const swapped = number.slice(0, at) + right + left + number.slice(at + 2);
        assert.equal(belongTogether(code, swapped), swapped === number, `${number} and ${swapped}`);
      }),
      { numRuns: 200 },
    );
  });

  it("is told to the person at the account number, in the language of the question", () => {
    const fields = { "q.name": "Ada Osei", "q.sort_code": "01-02-03", "q.account_number": "733432" };
    const question = ask("bank-details", {}, { label: "your bank details" });
    assert.deepEqual(outcome(read(question, fields)), [
      "q.account_number bank-not-together: Check the sort code and the account number: no account has them both",
    ]);
    assert.deepEqual(outcome(read({ ...question, language: "cy" }, fields)), [
      "q.account_number bank-not-together: Gwiriwch y cod didoli a rhif y cyfrif: nid oes gan unrhyw gyfrif y ddau",
    ]);
  });
});
