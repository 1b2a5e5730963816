import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { COUNTRY_CODES, countryName } from "../../src/answers/country-codes.ts";
import { accept, ask, outcome, read, stateOf } from "./samples.ts";

describe("country", () => {
  const question = ask("country", {}, { label: "your country" });

  it("knows each country of ISO 3166 and Kosovo by one name", () => {
    assert.equal(COUNTRY_CODES.length, 250);
    assert.deepEqual(COUNTRY_CODES.toSorted(), COUNTRY_CODES);
    assert.equal(new Set(COUNTRY_CODES.map((code) => countryName(code))).size, 250);
    for (const code of COUNTRY_CODES) assert.notEqual(countryName(code), code);
    assert.equal(countryName("HK"), "Hong Kong");
    assert.equal(countryName("TT"), "Trinidad and Tobago");
  });

  it("is taken by its code, its name or what people call it", () => {
    const given = { FR: "FR", fr: "FR", france: "FR", "U.K.": "GB", England: "GB", "cote d'ivoire": "CI", "The Gambia": "GM", usa: "US" };
    for (const [text, code] of Object.entries(given)) assert.equal(outcome(read(question, { q: text })), code, text);
    assert.equal(outcome(accept(question, "FR")), "FR");
  });

  it("says what to do where it is none, or nothing was selected", () => {
    assert.deepEqual(outcome(read(question, { q: "Narnia" })), ["q country-unknown: Select your country from the list"]);
    assert.deepEqual(outcome(read(question, { q: "" })), ["q answer-missing: Select your country"]);
  });

  it("is a list in the order of names that browsers can fill in, unless it is about someone else", () => {
    const markup = (settings: { autocomplete?: string }): string =>
      answerType(question).input({ ...question, settings }, stateOf(new Map([["q", ["FR"]]]))).markup;
    assert.match(markup({}), /autocomplete="country"[\s\S]*>Afghanistan<[\s\S]*>Åland Islands<[\s\S]*selected>France<[\s\S]*>Zimbabwe</);
    assert.doesNotMatch(markup({ autocomplete: "off" }), /autocomplete/);
  });
});
