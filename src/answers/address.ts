import type { AnswerType } from "./answer-type.ts";
import { partsType } from "./parts.ts";
import { LONGEST_POSTCODE, parsePostcode } from "./postcode-text.ts";
import { bad } from "./reading.ts";

const POSTCODE_MISSING = "Enter a full UK postcode, like AB1 2CD";

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
      label: "Address line 1",
      longest: 100,
      optional: false,
      autocomplete: "address-line1",
      missing: () => "Enter address line 1, typically the building and street",
      subject: () => "Address line 1",
    },
    {
      name: "line2",
      label: "Address line 2",
      longest: 100,
      optional: true,
      autocomplete: "address-line2",
      missing: () => "Enter address line 2",
      subject: () => "Address line 2",
    },
    {
      name: "town",
      label: "Town or city",
      longest: 60,
      optional: false,
      autocomplete: "address-level2",
      classes: "govuk-!-width-two-thirds",
      missing: () => "Enter a town or city",
      subject: () => "Town or city",
    },
    {
      name: "postcode",
      label: "Postcode",
      longest: LONGEST_POSTCODE,
      optional: false,
      autocomplete: "postal-code",
      classes: "govuk-input--width-10",
      missing: () => POSTCODE_MISSING,
      subject: () => "Postcode",
      check: (reading, field) => {
        const postcode = reading.ok ? parsePostcode(reading.text) : null;
        return postcode === null ? bad(field, "postcode-not-postcode", POSTCODE_MISSING) : { ok: true, text: postcode };
      },
    },
  ],
});
