import type { Level, LevelName } from "./key.ts";
import { LINE, level, mapOf, named, namesOf } from "./key.ts";
import { LENGTH } from "./lengths.ts";

/** The kinds of sub-case that a case may be split into. Officers alone read them, so that their texts stay English. */
export const SUB_CASE_LEVELS = {
  "sub-case": {
    title: { shape: LINE, required: true, readBy: "officers", about: "What it is called, such as Site check." },
    team: { shape: named("hyphen"), required: true, about: "The team whose worklist gets it, unless the officer chooses another." },
    deadline: { shape: LENGTH, about: "How long it may take; 10 working days where nothing is said." },
    stages: {
      shape: mapOf("hyphen", level("sub-stage")),
      about: "Its stages; the first is where it starts. To do, done and not done where nothing is said.",
    },
  },
  "sub-stage": {
    title: { shape: LINE, required: true, readBy: "officers", about: "What the stage is called." },
    actions: { shape: mapOf("hyphen", level("sub-action")), about: "What officers may do; a stage without actions is closed." },
  },
  "sub-action": {
    title: { shape: LINE, required: true, readBy: "officers", about: "What the button says." },
    by: { shape: namesOf("hyphen"), about: "The roles that may; any officer of the team when absent." },
    to: { shape: named("hyphen"), required: true, about: "The stage it leads to." },
    reason: { shape: { kind: "word", values: ["none", "optional", "required"] }, about: "Whether the officer gives a reason." },
  },
} as const satisfies Partial<Record<LevelName, Level>>;
