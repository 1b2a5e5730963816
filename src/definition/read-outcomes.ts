import type { FigureSource, NamedMap } from "./outline.ts";
import { present } from "./present.ts";
import { ruleAt } from "./read-flow.ts";
import { entriesAt, textAt } from "./yaml/read.ts";

/** The figures of each outcome that has any. One without a value is left out; the structural check has said so. */
export function readFigures(outcomes: ReadonlyMap<string, NamedMap>): ReadonlyMap<string, readonly FigureSource[]> {
  const found = new Map<string, readonly FigureSource[]>();
  for (const [id, { node }] of outcomes) {
    const figures = [...entriesAt(node, "figures").values()].flatMap(({ key, value }): readonly FigureSource[] => {
      const rule = value.kind === "map" ? ruleAt(value, "value") : undefined;
      if (value.kind !== "map" || rule === undefined) return [];
      return [present<FigureSource>({ key, label: textAt(value, "label") ?? key.value, value: rule, unit: textAt(value, "unit") })];
    });
    if (figures.length > 0) found.set(id, figures);
  }
  return found;
}
