import type { AnswerType } from "./answer-type.ts";
import { identifierType } from "./identifier.ts";
import { bad } from "./reading.ts";

/** Since September 2001: AB12 CDE. The letter I is in none, Q only begins those of vehicles of an unknown age, Z does not begin one. */
const CURRENT = /^[A-HJ-PR-Y][A-HJ-PR-Z]\d{2}[A-HJ-PR-Z]{3}$/;
const OTHERS: readonly RegExp[] = [
  // 1983 to 2001, a letter for the year in front, and Q for kit cars: A123 BCD
  /^[A-HJ-NP-TV-Y]\d{1,3}[A-HJ-PR-Z]{3}$/,
  // 1963 to 1982, the letter behind: ABC 123D
  /^[A-HJ-PR-Z]{3}\d{1,3}[A-HJ-NPR-TV-Y]$/,
  // Before that, and Northern Ireland to this day: AB 1234, ABZ 1234, 1234 AB
  /^[A-Z]{1,2}\d{1,4}$/,
  /^[A-Z]{3}\d{1,4}$/,
  /^\d{1,4}[A-Z]{1,2}$/,
  /^\d{1,3}[A-Z]{3}$/,
  // Diplomats: 101 D 234
  /^\d{3}[DX]\d{3}$/,
];
const LOOKS_CURRENT = /^([A-Z]{2})([\dOI]{2})([A-Z]{3})$/;

/** A vehicle's registration number. JSON: capitals and digits without spaces, "AB12CDE". */
export const vehicleRegistration: AnswerType = identifierType({
  name: "vehicle-registration",
  about: "A United Kingdom vehicle registration (number plate) of any age. Personal, unless the question says that it is not.",
  what: (say) => say.vehicle,
  like: () => "AB12 CDE",
  hint: (say) => say.vehicleHint,
  pattern: /^[A-Z0-9]{2,7}$/,
  examples: ["AB12CDE", "A123BCD", "ABC123D", "AZ1234"],
  parse: (bare) => {
    const plate = withDigits(bare);
    return [CURRENT, ...OTHERS].some((form) => form.test(plate)) ? plate : null;
  },
  refuse: (field, message) => bad(field, "vehicle-not-registration", message),
  words: (kept) => (CURRENT.test(kept) ? `${kept.slice(0, 4)} ${kept.slice(4)}` : kept),
});

/** On a plate O and 0, I and 1 look the same: where the form has digits, they are digits. */
function withDigits(bare: string): string {
  return bare.replace(
    LOOKS_CURRENT,
    (_, area: string, year: string, rest: string) => area + year.replaceAll("O", "0").replaceAll("I", "1") + rest,
  );
}
