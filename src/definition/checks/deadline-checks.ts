import type { Outline } from "../outline.ts";
import { entriesAt, mapAt, textAt } from "../yaml/read.ts";
import type { Entry } from "../yaml/node.ts";
import type { Check, Found } from "./check.ts";

/** Serves the priorities that a deadline does not name. */
const OTHERS = "any";

/** Whether every priority has a deadline, and every deadline a priority. */
export const DEADLINE_CHECKS: readonly Check[] = [
  {
    code: "deadline-missing",
    severity: "error",
    about: "A case can get a priority that has no deadline.",
    example: { right: "high: 1 working day, ", wrong: "" },
    find: missing,
  },
  {
    code: "deadline-unused",
    severity: "warning",
    about: "A deadline is for a priority that no case gets.",
    example: { right: "high: 1 working day, ", wrong: "high: 1 working day, low: 3 weeks, " },
    find: unused,
  },
];

function* missing(outline: Outline): Iterable<Found> {
  const given = deadlines(outline);
  const map = mapAt(mapAt(outline.root, "case"), "deadline");
  if (map === undefined || given.has(OTHERS)) return;
  const wanted = priorities(outline);
  if (wanted === undefined) yield { at: map, message: "The priority can be any word.", fix: "Add any, such as any: 10 working days." };
  for (const priority of wanted ?? []) {
    if (given.has(priority)) continue;
    yield { at: map, message: `There is no deadline for the priority ${priority}.`, fix: `Add ${priority}, or any for all others.` };
  }
}

function* unused(outline: Outline): Iterable<Found> {
  const wanted = priorities(outline);
  if (wanted === undefined || wanted.length === 0) return;
  const given = deadlines(outline);
  const named = wanted.filter((priority) => given.has(priority));
  for (const [id, { key }] of given) {
    const needless = id === OTHERS ? named.length === wanted.length : !wanted.includes(id);
    if (needless) yield { at: key, message: `No case gets this deadline, ${id}.`, fix: `The priorities are ${wanted.join(", ")}.` };
  }
}

function deadlines(outline: Outline): ReadonlyMap<string, Entry> {
  return entriesAt(mapAt(outline.root, "case"), "deadline");
}

/** The priorities that the rule or an action can give; undefined where that is not known. */
function priorities(outline: Outline): readonly string[] | undefined {
  const byRule = prioritiesOfRule(outline);
  const byAction = [...outline.stages.values()].flatMap(({ actions }) =>
    [...actions.values()].flatMap(({ node }) => textAt(node, "priority") ?? []),
  );
  return byRule && [...new Set([...byRule, ...byAction])];
}

function prioritiesOfRule(outline: Outline): readonly string[] | undefined {
  if (outline.priority === undefined) return ["normal"];
  const type = outline.rules.get(outline.priority)?.type;
  // A rule that does not compile, or gives no word, is reported by itself.
  if (type === undefined || (type.kind !== "code" && type.kind !== "text")) return [];
  return type.kind === "code" ? type.values : undefined;
}
