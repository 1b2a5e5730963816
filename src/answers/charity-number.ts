import type { AnswerType } from "./answer-type.ts";
import { identifierType } from "./identifier.ts";
import { bad } from "./reading.ts";

const KEPT = /^([1-9]\d{5,6}|SC\d{6}|NIC\d{6})$/;

/** A registered charity's number. JSON: six or seven digits, or SC or NIC with six. */
export const charityNumber: AnswerType = identifierType({
  name: "charity-number",
  about: "A registered charity number of England and Wales, Scotland (SC) or Northern Ireland (NIC).",
  what: (say) => say.charity,
  like: (say) => say.charityLike,
  hint: (say) => say.charityHint,
  pattern: KEPT,
  examples: ["1234567", "234567", "SC012345", "NIC101234"],
  parse: (bare) => {
    const number = bare
      .replace(/^(REGISTERED)?(CHARITY)?(NUMBER|NO)?:?/, "")
      .replace(/^(SC|NIC)(\d{1,5})$/, (_, register: string, digits: string) => register + digits.padStart(6, "0"));
    return KEPT.test(number) ? number : null;
  },
  refuse: (field, message) => bad(field, "charity-not-number", message),
});
