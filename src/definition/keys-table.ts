import { HITS } from "../rules/tables.ts";
import type { Level, LevelName } from "./key.ts";
import { RULE, level } from "./key.ts";

export const TABLE_LEVELS = {
  table: {
    hit: {
      shape: { kind: "word", values: HITS },
      required: true,
      about: "unique: at most one row can hold, and the checker proves it. first: the first row that holds. sum: all that hold, added up.",
    },
    rows: { shape: { kind: "list", of: level("row") }, required: true, about: "Its rows, at most 100." },
    otherwise: {
      shape: RULE,
      about: "What it gives where no row holds. Without it, nothing, and the checker looks for answers that no row takes in.",
    },
  },
  row: {
    when: { shape: RULE, required: true, about: "When the row holds." },
    gives: { shape: RULE, required: true, about: "What the row gives: a value, or a rule that works one out." },
  },
} as const satisfies Partial<Record<LevelName, Level>>;
