import type { AnswerType } from "./answer-type.ts";
import { identifierType } from "./identifier.ts";
import { bad } from "./reading.ts";

/** The letters in front that Companies House gives by country and kind of company: SC for Scotland, OC for a partnership, and so on. */
const PREFIX = "AC|BR|CE|CS|ES|FC|FE|GE|GN|GS|IC|IP|LP|NA|NC|NF|NI|NL|NO|NP|NR|NV|NZ|OC|OE|PC|RC|RS|SA|SC|SE|SF|SG|SI|SL|SO|SP|SR|SZ|UN|ZC";
const KEPT = new RegExp(`^(\\d{8}|(${PREFIX})\\d{6}|R\\d{7}|(IP|NP|SP)\\d{5}R|SP\\d{4}RS)$`);
const TYPED = new RegExp(`^(${PREFIX}|R)?(\\d{1,8})$`);

/** A company's number at Companies House. JSON: eight characters, "01234567". */
export const companyNumber: AnswerType = identifierType({
  name: "company-number",
  about: "A company number of Companies House: 8 characters.",
  what: (say) => say.company,
  like: (say) => say.companyLike,
  hint: (say) => say.companyHint,
  pattern: KEPT,
  examples: ["01234567", "SC123456", "NI012345", "OC301234"],
  parse: (bare) => {
    const number = filled(bare);
    return KEPT.test(number) && !/^0+$/.test(number) ? number : null;
  },
  refuse: (field, message) => bad(field, "company-not-number", message),
});

/** People leave out the zeros in front: 1234567 is 01234567, SC12345 is SC012345. */
function filled(bare: string): string {
  const [, prefix = "", digits] = TYPED.exec(bare) ?? [];
  return digits === undefined ? bare : prefix + digits.padStart(8 - prefix.length, "0");
}
