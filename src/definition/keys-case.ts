import type { Level, LevelName } from "./key.ts";
import { LINE, PARAGRAPHS, RULE, level, mapOf, named, namesOf } from "./key.ts";

export const DEADLINE_FORM = /^([1-9]\d{0,3}) (hour|day|working day|week|month)s?$/;

export const CASE_LEVELS = {
  case: {
    team: { shape: named("hyphen"), required: true, about: "The team whose worklist gets the case." },
    priority: { shape: RULE, about: "A rule that gives the case's priority; normal without it." },
    deadline: {
      shape: mapOf("either", { kind: "form", pattern: DEADLINE_FORM, says: "a length such as 2 hours or 5 working days" }),
      missing: "deadline-missing",
      about: "How long the council has, by priority; `any` serves those not named.",
    },
    stages: { shape: mapOf("hyphen", level("stage")), required: true, about: "The stages of the case; the first is where it starts." },
  },
  stage: {
    title: { shape: LINE, required: true, about: "What the stage is called." },
    says: { shape: LINE, required: true, about: "What it means, in plain words to the person." },
    next: { shape: LINE, required: true, about: "What happens next, in plain words to the person." },
    actions: { shape: mapOf("hyphen", level("action")), about: "What officers may do; a stage without actions is closed." },
  },
  action: {
    title: { shape: LINE, required: true, readBy: "officers", about: "What the button says." },
    by: { shape: namesOf("hyphen"), about: "The roles that may; any officer of the team when absent." },
    to: { shape: named("hyphen"), required: true, about: "The stage it leads to." },
    reason: { shape: { kind: "word", values: ["none", "optional", "required"] }, about: "Whether the officer gives a reason." },
  },
  message: {
    subject: { shape: LINE, required: true, about: "The subject of the email." },
    body: { shape: PARAGRAPHS, required: true, about: "The text, with placeholders such as {name} and {reference}." },
  },
} as const satisfies Partial<Record<LevelName, Level>>;
