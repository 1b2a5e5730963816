import type { AnswerType } from "./answer-type.ts";
import type { TextReading } from "./clean-text.ts";
import { partsType } from "./parts.ts";
import { bad } from "./reading.ts";

/** A bank or building society account of the United Kingdom. JSON: `{ name, sort_code, account_number, roll_number }`, all texts. */
export const bankDetails: AnswerType = partsType({
  name: "bank-details",
  about:
    "A UK bank or building society account: its form is checked, not that it exists. Personal, unless the question says that it is not.",
  settings: [],
  between: ", ",
  example: { name: "Ada Osei", sort_code: "010203", account_number: "00733445", roll_number: "" },
  parts: [
    {
      name: "name",
      label: "Name on the account",
      longest: 100,
      optional: false,
      autocomplete: "name",
      classes: "govuk-!-width-two-thirds",
      missing: () => "Enter the name on the account",
      subject: () => "Name on the account",
    },
    {
      name: "sort_code",
      label: "Sort code",
      hint: "Must be 6 digits long",
      longest: 20,
      optional: false,
      autocomplete: "off",
      inputmode: "numeric",
      classes: "govuk-input--width-5",
      missing: () => "Enter a sort code",
      subject: () => "Sort code",
      check: sortCode,
      words: (text) => text.replace(/^(..)(..)(..)$/, "$1-$2-$3"),
    },
    {
      name: "account_number",
      label: "Account number",
      hint: "Must be between 6 and 8 digits long",
      longest: 30,
      optional: false,
      autocomplete: "off",
      inputmode: "numeric",
      classes: "govuk-input--width-10",
      missing: () => "Enter an account number",
      subject: () => "Account number",
      check: accountNumber,
    },
    {
      name: "roll_number",
      label: "Building society roll number",
      hint: "You can find it on your card, statement or passbook",
      longest: 18,
      optional: true,
      autocomplete: "off",
      classes: "govuk-input--width-10",
      missing: () => "Enter a building society roll number",
      subject: () => "Building society roll number",
      check: rollNumber,
    },
  ],
});

function sortCode(reading: TextReading, field: string): TextReading {
  const digits = bare(reading);
  return /^\d{6}$/.test(digits) ? { ok: true, text: digits } : bad(field, "bank-sort-code", "Enter a valid sort code, like 309430");
}

/** Payment systems want eight digits: shorter numbers get zeros in front. */
function accountNumber(reading: TextReading, field: string): TextReading {
  const digits = bare(reading);
  if (/^\d{6,8}$/.test(digits)) return { ok: true, text: digits.padStart(8, "0") };
  const message = /^\d+$/.test(digits) ? "Account number must be between 6 and 8 digits" : "Enter a valid account number, like 00733445";
  return bad(field, "bank-account-number", message);
}

function rollNumber(reading: TextReading, field: string): TextReading {
  if (!reading.ok || /^[a-z0-9 /.-]+$/i.test(reading.text)) return reading;
  const message = "Building society roll number must only include letters a to z, numbers, hyphens, spaces, forward slashes and full stops";
  return bad(field, "bank-roll-number", message);
}

/** The digits without what people put between them. */
function bare(reading: TextReading): string {
  return reading.ok ? reading.text.replace(/[\s.\-‐‑‒–—−]/g, "") : "";
}
