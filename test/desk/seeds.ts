import type { Answers } from "../../src/answers/answer-type.ts";

const ADA: Answers = {
  your_name: { first: "Ada", last: "Byron" },
  tell_by: "email",
  your_email: "ada@example.com",
  your_phone: "01632 960123",
};

/** The answers of a person who is told by letter. */
export const BY_LETTER: Answers = {
  your_name: { first: "Mary", last: "O'Neill-Smith" },
  tell_by: "post",
  your_address: { line1: "4 Mill Lane", line2: "", town: "Eastmere", postcode: "EM1 2AB" },
  your_phone: null,
};

export function pothole(more: Answers = {}): Answers {
  return { where: { text: "Outside 12 Mill Lane" }, road_kind: "street", width: "small", danger: false, photos: null, ...ADA, ...more };
}

/** A light that is out, and a person who is told by email. */
export const LIGHT: Answers = {
  // As a case keeps a row of the register.
  light: {
    key: "E0012",
    label: "Thistle Court, light E0012",
    near: "outside 79",
    ward: "Town",
    owner: "Council",
    crossing: false,
    part_night: false,
    fitted: "2003-11-28",
  },
  fault: "out",
  before_midnight: true,
  more: null,
  others: false,
  ...ADA,
};

export function named(first: string, last: string): Answers {
  return { your_name: { first, last } };
}

export const CERTIFICATE = { id: "one", sha256: "0".repeat(64), name: "certificate.pdf", type: "application/pdf", size: 10 };

/** What somebody says who wants to keep a dragon. */
export const DRAGON: Answers = {
  born: "1980-01-01",
  purpose: "pet",
  dragons: [{ call: "Smoke", length: 2, hatched: "2020-01-01", breathes_fire: false }],
  place: { text: "The old barn" },
  keep_from: "2026-04-01",
  keep_until: null,
  cover: 200_000_000,
  certificate: [CERTIFICATE],
  neighbours: null,
  vet: "Dr Claw",
  care: true,
  your_name: { first: "Jo", last: "Low" },
  tell_by: "email",
  your_email: "jo@example.com",
  your_phone: null,
};
