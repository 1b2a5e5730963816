import type { Cell, CellKind } from "./register.ts";

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 12 });

/** A cell as people read it; nothing for an empty one. */
export function cellText(kind: CellKind, cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "Yes" : "No";
  if (typeof cell === "number") return kind === "money" ? pounds.format(cell / 100) : number.format(cell);
  return kind === "date" ? day.format(new Date(cell)) : cell;
}
