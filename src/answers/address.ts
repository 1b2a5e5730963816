import type { AnswerWords } from "../language/answer-words.ts";
import type { AnswerType } from "./answer-type.ts";
import { words } from "./messages.ts";
import { partsType } from "./parts.ts";
import { LONGEST_POSTCODE, parsePostcode } from "./postcode-text.ts";
import { bad } from "./reading.ts";

function postcodeMissing(say: AnswerWords): string {
  return say.like(say.enter(say.fullPostcode), "AB1 2CD");
}

/** A postal address in the United Kingdom. JSON: `{ line1, line2, town, postcode }`; line2 may be left out. */
export const address: AnswerType = partsType({
  name: "address",
  about: "A postal address in the United Kingdom.",
  settings: ["autocomplete"],
  between: ", ",
  example: { line1: "12 Mill Lane", line2: "", town: "Eastmere", postcode: "SW1A 2AA" },
  parts: [
    {
      name: "line1",
      label: "line1",
      longest: 100,
      optional: false,
      autocomplete: "address-line1",
      missing: (question) => words(question).line1Missing,
    },
    {
      name: "line2",
      label: "line2",
      longest: 100,
      optional: true,
      autocomplete: "address-line2",
      missing: (question) => words(question).line2Missing,
    },
    {
      name: "town",
      label: "town",
      longest: 60,
      optional: false,
      autocomplete: "address-level2",
      classes: "govuk-!-width-two-thirds",
      missing: (question) => words(question).townMissing,
    },
    {
      name: "postcode",
      label: "postcode",
      longest: LONGEST_POSTCODE,
      optional: false,
      autocomplete: "postal-code",
      classes: "govuk-input--width-10",
      missing: (question) => postcodeMissing(words(question)),
      check: (reading, field, say) => {
        const postcode = reading.ok ? parsePostcode(reading.text) : null;
        return postcode === null ? bad(field, "postcode-not-postcode", postcodeMissing(say)) : { ok: true, text: postcode };
      },
    },
  ],
});
