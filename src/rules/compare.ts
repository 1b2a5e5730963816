import type { Duration, Value } from "./value.ts";

export function isList(value: unknown): value is readonly Value[] {
  return Array.isArray(value);
}

export function isDuration(value: unknown): value is Duration {
  if (typeof value !== "object" || value === null || !("unit" in value) || !("amount" in value)) return false;
  return (value.unit === "days" || value.unit === "months") && Number.isSafeInteger(value.amount);
}

/** Two values that were read under the same type. Null equals null only; months never equal days. Records are never compared. */
export function equal(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (isList(left)) return isList(right) && left.length === right.length && left.every((item, index) => equal(item, right[index] ?? null));
  return isDuration(left) && isDuration(right) && left.unit === right.unit && left.amount === right.amount;
}

/** By the numbers of their characters, as a database has it; JavaScript alone would put some above U+FFFF too early. */
function orderOfTexts(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  for (let index = 0; index < most; index++) {
    const [a, b] = [left.charCodeAt(index), right.charCodeAt(index)];
    if (a !== b) return a >= HALVES && b >= HALVES ? inCharacters(a) - inCharacters(b) : a - b;
  }
  return left.length - right.length;
}

const HALVES = 0xd800;

/** Halves of characters above U+FFFF come after all whole ones. */
function inCharacters(unit: number): number {
  return unit >= 0xe000 ? unit - 0x2000 : unit + 0x2000;
}

/** Negative, zero or positive as the first comes before, with or after the second; null where either is null or they have no order. */
export function order(left: Value, right: Value): number | null {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "string" && typeof right === "string") return orderOfTexts(left, right);
  return isDuration(left) && isDuration(right) && left.unit === right.unit ? left.amount - right.amount : null;
}
