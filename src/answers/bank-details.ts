import type { AnswerWords } from "../language/answer-words.ts";
import type { AnswerType } from "./answer-type.ts";
import type { TextReading } from "./clean-text.ts";
import { words as wordsOf } from "./messages.ts";
import { belongTogether } from "./modulus.ts";
import { partsType } from "./parts.ts";
import { bad } from "./reading.ts";

/** A bank or building society account of the United Kingdom. JSON: `{ name, sort_code, account_number, roll_number }`, all texts. */
export const bankDetails: AnswerType = partsType({
  name: "bank-details",
  about:
    "A UK bank or building society account: its form, and whether the sort code and the account number can belong together by the modulus check, not that it exists. Personal, unless the question says that it is not.",
  settings: [],
  between: ", ",
  example: { name: "Ada Osei", sort_code: "010203", account_number: "00733431", roll_number: "" },
  together: modulus,
  parts: [
    {
      name: "name",
      label: "accountName",
      longest: 100,
      optional: false,
      autocomplete: "name",
      classes: "govuk-!-width-two-thirds",
      missing: (question) => wordsOf(question).accountNameMissing,
    },
    {
      name: "sort_code",
      label: "sortCode",
      hint: "sortCodeHint",
      longest: 20,
      optional: false,
      autocomplete: "off",
      inputmode: "numeric",
      classes: "govuk-input--width-5",
      missing: (question) => wordsOf(question).sortCodeMissing,
      check: sortCode,
      words: (text) => text.replace(/^(..)(..)(..)$/, "$1-$2-$3"),
    },
    {
      name: "account_number",
      label: "accountNumber",
      hint: "accountNumberHint",
      longest: 30,
      optional: false,
      autocomplete: "off",
      inputmode: "numeric",
      classes: "govuk-input--width-10",
      missing: (question) => wordsOf(question).accountNumberMissing,
      check: accountNumber,
    },
    {
      name: "roll_number",
      label: "rollNumber",
      hint: "rollNumberHint",
      longest: 18,
      optional: true,
      autocomplete: "off",
      classes: "govuk-input--width-10",
      missing: (question) => wordsOf(question).rollNumberMissing,
      check: rollNumber,
    },
  ],
});

function sortCode(reading: TextReading, field: string, say: AnswerWords): TextReading {
  const digits = bare(reading);
  return /^\d{6}$/.test(digits) ? { ok: true, text: digits } : bad(field, "bank-sort-code", say.sortCodeWrong);
}

/** Payment systems want eight digits: shorter numbers get zeros in front. */
function accountNumber(reading: TextReading, field: string, say: AnswerWords): TextReading {
  const digits = bare(reading);
  if (/^\d{6,8}$/.test(digits)) return { ok: true, text: digits.padStart(8, "0") };
  const message = /^\d+$/.test(digits) ? say.accountNumberDigits : say.accountNumberWrong;
  return bad(field, "bank-account-number", message);
}

function rollNumber(reading: TextReading, field: string, say: AnswerWords): TextReading {
  if (!reading.ok || /^[a-z0-9 /.-]+$/i.test(reading.text)) return reading;
  return bad(field, "bank-roll-number", say.rollNumberWrong);
}

function modulus(answer: Readonly<Record<string, string>>, field: string, say: AnswerWords): ReturnType<typeof bad> | null {
  if (belongTogether(answer["sort_code"] ?? "", answer["account_number"] ?? "")) return null;
  return bad(`${field}.account_number`, "bank-not-together", say.accountNotTogether);
}

/** The digits without what people put between them. */
function bare(reading: TextReading): string {
  return reading.ok ? reading.text.replace(/[\s.\-‐‑‒–—−]/g, "") : "";
}
