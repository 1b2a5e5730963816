import type { AnswerType } from "./answer-type.ts";
import { identifierType } from "./identifier.ts";
import { bad } from "./reading.ts";

/** A unique property reference number. JSON: a text of 1 to 12 digits that does not begin with 0. */
export const uprn: AnswerType = identifierType({
  name: "uprn",
  about: "A unique property reference number (UPRN): 1 to 12 digits.",
  what: (say) => say.uprn,
  like: () => "100012345678",
  hint: (say) => say.uprnHint,
  pattern: /^[1-9]\d{0,11}$/,
  examples: ["100012345678", "1"],
  // Some systems fill it up with zeros to 12 digits.
  parse: (bare) => /^0{0,11}([1-9]\d{0,11})$/.exec(bare.replace(/^UPRN:?/, ""))?.[1] ?? null,
  refuse: (field, message) => bad(field, "uprn-not-uprn", message),
  inputmode: "numeric",
});
