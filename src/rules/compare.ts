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

/** Negative, zero or positive as the first comes before, with or after the second; null where either is null or they have no order. */
export function order(left: Value, right: Value): number | null {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : left > right ? 1 : 0;
  return isDuration(left) && isDuration(right) && left.unit === right.unit ? left.amount - right.amount : null;
}
