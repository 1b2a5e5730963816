import type { Facts } from "./value.ts";
import type { Typed } from "./typed.ts";
import type { Run } from "./frame.ts";
import { readerOf } from "./frame.ts";

/** What lies at the end of a path of names from the facts, not yet taken as any type; undefined where the path breaks off. */
export type Look = (facts: Facts) => unknown;

/** The names of `where.road.owner`, from the fact on; undefined for a part that is no such path. */
export function pathOf(typed: Typed): readonly string[] | undefined {
  if (typed.kind === "fact") return [typed.name];
  if (typed.kind !== "field" || typed.many) return undefined;
  const target = pathOf(typed.target);
  return target === undefined ? undefined : [...target, typed.name];
}

/** Looks along a path in one function, where a function for each name would cost a call for each. */
export function lookAlong(path: readonly string[]): Look {
  const [first = "", second, third, ...more] = path;
  if (second === undefined) return (facts) => facts[first];
  if (third === undefined) return (facts) => part(facts[first], second);
  if (more.length === 0) return (facts) => part(part(facts[first], second), third);
  return (facts) => path.reduce<unknown>(part, facts);
}

function part(holder: unknown, name: string): unknown {
  if (typeof holder !== "object" || holder === null || Array.isArray(holder)) return undefined;
  // An object that is no list may be asked for any name.
  return (holder as Readonly<Record<string, unknown>>)[name];
}

/** A run that reads a path as its type. */
export function runPath(path: readonly string[], typed: Typed): Run {
  const look = lookAlong(path);
  switch (typed.type.kind) {
    case "number":
    case "money":
      return ({ facts }) => {
        const raw = look(facts);
        return typeof raw === "number" && Number.isFinite(raw) ? raw : null;
      };
    case "text":
    case "code":
      return ({ facts }) => {
        const raw = look(facts);
        return typeof raw === "string" ? raw : null;
      };
    case "boolean":
      return ({ facts }) => {
        const raw = look(facts);
        return typeof raw === "boolean" ? raw : null;
      };
    default:
      return otherPath(look, typed);
  }
}

function otherPath(look: Look, { type }: Typed): Run {
  const read = readerOf(type);
  if (type.kind !== "list") return ({ facts }) => read(look(facts));
  return (frame) => {
    const list = read(look(frame.facts));
    if (Array.isArray(list)) frame.work += list.length;
    return list;
  };
}
