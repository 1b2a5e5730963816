import { WARN_FORM } from "./keys-case.ts";
import { LENGTH } from "./lengths.ts";
import type { Level, LevelName } from "./key.ts";
import { LINE, PARAGRAPHS, SWITCH, level, mapOf, named } from "./key.ts";

/** What officers may ask the person for while a case is open. */
export const REQUEST_LEVELS = {
  request: {
    ask: { shape: LINE, required: true, about: "What is asked for, as the heading of its form and in the email: Proof of your address." },
    says: { shape: PARAGRAPHS, about: "What the person should know before they answer." },
    questions: {
      shape: mapOf("underscore", level("question")),
      required: true,
      about: "What its form asks, by name. Any answer type may stand here, files among them.",
    },
    due: { shape: LENGTH, about: "How long the person has to answer; 10 working days where nothing is said." },
    remind: {
      shape: { kind: "form", pattern: WARN_FORM, says: "a length such as 3 working days before, or never" },
      about: "When somebody who has not answered is reminded; 3 working days before where nothing is said.",
    },
    pauses: { shape: LINE, about: "The clock of the case is stopped until they answer; why, in words to the person." },
    unanswered: { shape: named("hyphen"), about: "The action that happens by itself where they have not answered in time." },
    shared: {
      shape: SWITCH,
      about: "Whether the person may agree that other services see what was accepted, so that they need not send it again.",
    },
  },
} as const satisfies Partial<Record<LevelName, Level>>;
