import { TEXT } from "../rules/type.ts";
import type { AnswerType } from "./answer-type.ts";
import { boxType } from "./box.ts";
import { purpose } from "./inputs.ts";
import { labelOf, words } from "./messages.ts";
import { LONGEST_POSTCODE, parsePostcode } from "./postcode-text.ts";
import { bad, good, jsonText, textOf } from "./reading.ts";

/** A full UK postcode. JSON: a string in capitals with one space, "AB1 2CD". */
export const postcode: AnswerType = boxType({
  name: "postcode",
  about: "A full UK postcode.",
  settings: ["autocomplete"],
  needs: [],
  kind: "a text",
  ruleType: () => TEXT,
  value: (_question, answer) => (answer === null ? null : textOf(answer)),
  longest: () => LONGEST_POSTCODE,
  parse: (question, text, field) => {
    const found = parsePostcode(text);
    if (found !== null) return good(found);
    const say = words(question);
    return bad(field, "postcode-not-postcode", say.like(say.enter(labelOf(question) ?? say.fullPostcode), "AB1 2CD"));
  },
  write: textOf,
  fromJson: jsonText,
  ownSchema: () => ({ type: "string", maxLength: LONGEST_POSTCODE, description: "A full UK postcode." }),
  options: (question) => ({ autocomplete: purpose(question, "postal-code"), classes: "govuk-input--width-10", spellcheck: false }),
  examples: () => ["SW1A 2AA", "M1 1AE"],
});
