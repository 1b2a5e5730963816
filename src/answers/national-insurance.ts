import type { AnswerType } from "./answer-type.ts";
import { identifierType } from "./identifier.ts";
import { bad } from "./reading.ts";

/**
 * By HMRC's rules: D, F, I, Q, U and V are in neither place of the prefix and O is not in the second; seven prefixes are never given out;
 * the last letter is A to D.
 */
const FORM = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]\d{6}[A-D]$/;

/** A National Insurance number. JSON: nine characters without spaces, "AB123456C". */
export const nationalInsurance: AnswerType = identifierType({
  name: "national-insurance",
  about: "A National Insurance number. Personal, unless the question says that it is not.",
  what: (say) => say.nationalInsurance,
  like: () => "QQ 12 34 56 C",
  hint: (say) => say.nationalInsuranceHint,
  pattern: FORM,
  examples: ["AB123456C", "CE654321A"],
  parse: (bare) => (FORM.test(bare) ? bare : null),
  refuse: (field, message) => bad(field, "national-insurance-not-number", message),
  words: (kept) => kept.replace(/^(..)(..)(..)(..)(.)$/, "$1 $2 $3 $4 $5"),
});
