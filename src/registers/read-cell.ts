import { isDate } from "../rules/dates.ts";
import type { Cell, CellKind } from "./register.ts";

const NUMBER = /^-?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,12})?$/;
const MONEY = /^-?£?(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d\d)?$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const SWITCH: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["y", true],
  ["true", true],
  ["no", false],
  ["n", false],
  ["false", false],
]);

/** What each kind of cell looks like, for findings. */
export const LOOKS: Readonly<Record<CellKind, string>> = {
  text: "a text",
  number: "a number such as 1200 or 3.5",
  money: "an amount such as 12.50",
  date: "a day such as 2026-09-01 or 1/9/2026",
  "yes-no": "yes or no",
};

/** A cell as its kind reads it; undefined where it is none of that kind. */
export function readCell(kind: CellKind, text: string): Cell | undefined {
  if (text === "") return null;
  switch (kind) {
    case "number":
      return NUMBER.test(text) ? Number(text.replaceAll(",", "")) : undefined;
    case "money":
      return MONEY.test(text) ? Math.round(Number(text.replaceAll(/[,£]/g, "")) * 100) : undefined;
    case "date":
      return readDate(text);
    case "yes-no":
      return SWITCH.get(text.toLowerCase());
    default:
      return text;
  }
}

/** The day comes before the month, as spreadsheets write it here. */
function readDate(text: string): string | undefined {
  const found = SLASHED.exec(text);
  const date = found === null ? text : `${found[3]}-${(found[2] ?? "").padStart(2, "0")}-${(found[1] ?? "").padStart(2, "0")}`;
  return isDate(date) ? date : undefined;
}
