import type { Ids } from "../../../platform/ids.ts";

// Of letters and digits that look alike only one, since it may be read out: 32 of them, so that a byte chooses evenly.
const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

/** A password made for an officer: 80 bits in four groups, shown once. */
export function newPassword(ids: Ids): string {
  const letters = [...ids.bytes(16)].map((byte) => LETTERS[byte % LETTERS.length] ?? "");
  return [0, 4, 8, 12].map((from) => letters.slice(from, from + 4).join("")).join("-");
}
