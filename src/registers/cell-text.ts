import { ANSWER_WORDS } from "../language/answer-words.ts";
import { dateIn } from "../language/calendar-words.ts";
import type { Language } from "../language/language.ts";
import type { Cell, CellKind } from "./register.ts";

const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 12 });

/** A cell as people read it; nothing for an empty one. */
export function cellText(kind: CellKind, cell: Cell, language: Language): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? ANSWER_WORDS[language].yes : ANSWER_WORDS[language].no;
  if (typeof cell === "number") return kind === "money" ? pounds.format(cell / 100) : number.format(cell);
  return kind === "date" ? dateIn(language, cell) : cell;
}
