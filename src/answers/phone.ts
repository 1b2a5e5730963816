import { TEXT } from "../rules/type.ts";
import type { AnswerType, Question, Reading } from "./answer-type.ts";
import { boxType } from "./box.ts";
import { purpose } from "./inputs.ts";
import { labelOf, words } from "./messages.ts";
import { bad, good, jsonText, textOf } from "./reading.ts";

const LONGEST = 40;
const EXTENSION = / ?(?:ext|extension|x)\.? ?\d{1,6}$/i;
const SIGNS = /^\+?[\d ()./-]+$/;
/** A trunk 0 in brackets between the country code and the number: +44 (0)20 7946 0000. */
const TRUNK = /^(\+|00)(\d{1,3}) ?\(0\)/;

/** A telephone number, of the United Kingdom or with its country code. JSON: a string, spaced as typed. */
export const phone: AnswerType = boxType({
  name: "phone",
  about: "A telephone number, of the United Kingdom or with its country code.",
  settings: ["autocomplete"],
  needs: [],
  kind: "a text",
  ruleType: () => TEXT,
  value: (_question, answer) => (answer === null ? null : textOf(answer)),
  longest: () => LONGEST,
  parse,
  write: textOf,
  fromJson: jsonText,
  ownSchema: () => ({ type: "string", maxLength: LONGEST }),
  options: (question) => ({ type: "tel", autocomplete: purpose(question, "tel"), classes: "govuk-input--width-20" }),
  examples: () => ["01632 960 001", "07700 900 982", "+44 (0)808 157 0192"],
});

function parse(question: Question, text: string, field: string): Reading {
  const tidy = text.replace(/[‐‑‒–−]/g, "-");
  const bare = tidy.replace(EXTENSION, "");
  if (SIGNS.test(bare) && isNumber(bare.replace(TRUNK, "$1$2").replace(/[^\d+]/g, ""))) return good(tidy);
  const say = words(question);
  return bad(field, "phone-not-phone", say.phoneLike(say.enter(labelOf(question) ?? say.phone)));
}

/** Ten or eleven digits in the United Kingdom (nine or ten after its code); seven to fifteen elsewhere (ITU E.164). */
function isNumber(digits: string): boolean {
  const abroad = /^(?:\+|00)(\d*)$/.exec(digits)?.[1];
  if (abroad === undefined) return /^0[1-9]\d{8,9}$/.test(digits);
  return abroad.startsWith("44") ? /^44[1-9]\d{8,9}$/.test(abroad) : /^[1-9]\d{6,14}$/.test(abroad);
}
