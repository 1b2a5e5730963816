import type { Level, LevelName } from "./key.ts";
import { PARAGRAPHS, named } from "./key.ts";

/** Who else must confirm what was sent. */
export const CONFIRM_LEVELS = {
  confirm: {
    people: { shape: named("underscore"), required: true, about: "The question, of type `people`, that names those who must confirm." },
    declare: { shape: PARAGRAPHS, required: true, about: "What each of them declares by confirming." },
    shows: {
      shape: { kind: "list", of: named("underscore") },
      about: "The questions whose answers they see. Besides these they see the service's title and who sent it, and nothing else.",
    },
    within: {
      shape: { kind: "form", pattern: /^[1-9]\d? days?$/, says: "a length from 1 day to 99 days" },
      about: "How long a link works after it was sent; 14 days where nothing is said.",
    },
    remind: {
      shape: { kind: "form", pattern: /^([1-9]\d? days? after|never)$/, says: "a length such as 5 days after, or never" },
      about: "When somebody who has not answered is sent another email; 5 days after the first where nothing is said.",
    },
    to: { shape: named("hyphen"), about: "The stage to which the case moves by itself, from the first, once all have confirmed." },
  },
} as const satisfies Partial<Record<LevelName, Level>>;
