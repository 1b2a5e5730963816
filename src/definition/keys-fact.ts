import { STATED_TYPES } from "../answers/stated.ts";
import type { Level, LevelName } from "./key.ts";
import { LINE, RULE, SWITCH } from "./key.ts";
import { SETTING_KEYS } from "./keys-question.ts";

export const FACT_LEVELS = {
  fact: {
    label: { shape: LINE, required: true, about: "What it is called where it is shown, and in summaries and exports: the deposit." },
    type: {
      shape: { kind: "word", values: STATED_TYPES },
      required: true,
      about: "The answer type by which it is shown and kept.",
    },
    rule: {
      shape: RULE,
      required: true,
      about: "What it is, worked out from what was asked and stated before its screen, from a table, or a value that never changes.",
    },
    says: { shape: LINE, about: "A sentence to show it in, with {value} where it stands: You pay a deposit of {value}." },
    source: {
      shape: LINE,
      missing: "fact-source-missing",
      about: "Where it comes from, in words for the person: Our fees for 2026 to 2027.",
    },
    personal: { shape: SWITCH, about: "true where it tells something about a person." },
    unit: SETTING_KEYS.unit,
    decimals: SETTING_KEYS.decimals,
    options: SETTING_KEYS.options,
  },
} as const satisfies Partial<Record<LevelName, Level>>;
