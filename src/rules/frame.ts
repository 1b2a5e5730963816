import { isDuration, isList } from "./compare.ts";
import { isDate } from "./dates.ts";
import type { RuleType } from "./type.ts";
import type { Facts, Value, ValueRecord } from "./value.ts";

/** One run of a rule: what it reads, the variables of its loops, and how much work it has done. */
export interface Frame {
  readonly facts: Facts;
  readonly locals: Value[];
  work: number;
}

export type Run = (frame: Frame) => Value;

/**
 * List items one run may go through. Loops over answers stay far below it; without a bound, loops inside loops over long lists
 * could hold the process.
 */
export const MOST_WORK = 100_000;

/** Takes a value as its type, or as null where it is something else: after this every operation meets only what it was typed for. */
export type Reader = (raw: unknown) => Value;

export function readerOf(type: RuleType): Reader {
  switch (type.kind) {
    case "boolean":
      return (raw) => (typeof raw === "boolean" ? raw : null);
    case "number":
    case "money":
      return (raw) => (typeof raw === "number" && Number.isFinite(raw) ? raw : null);
    case "text":
    case "code":
      return (raw) => (typeof raw === "string" ? raw : null);
    case "date":
      return (raw) => (typeof raw === "string" && isDate(raw) ? raw : null);
    case "duration":
      return (raw) => (isDuration(raw) ? raw : null);
    case "record":
      return (raw) => (isRecord(raw) ? raw : null);
    case "list":
      return listReader(readerOf(type.of));
    default:
      return () => null;
  }
}

export function isRecord(raw: unknown): raw is ValueRecord {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

/** A list in good shape is taken as it is; only one with wrong items is copied. */
function listReader(item: Reader): Reader {
  return (raw) => {
    if (!isList(raw)) return null;
    for (let index = 0; index < raw.length; index++) {
      if (item(raw[index]) !== raw[index]) return Array.from(raw, item);
    }
    return raw;
  };
}
