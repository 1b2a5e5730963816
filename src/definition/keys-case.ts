import type { Level, LevelName } from "./key.ts";
import { lawNames } from "./law-clocks.ts";
import { LINE, PARAGRAPHS, RULE, level, mapOf, named, namesOf } from "./key.ts";
import { ACTION_LEVELS } from "./keys-action.ts";
import { LENGTH, LENGTH_FORM } from "./lengths.ts";

const A_LENGTH = LENGTH_FORM.source.replaceAll(/[$^]/g, "");
/** `2 working days before` */
export const WARN_FORM = new RegExp(`^${A_LENGTH} before$|^never$`);
/** `1 working day after, to manager` */
export const ESCALATE_FORM = new RegExp(`^${A_LENGTH} after(?:, to ([a-z][a-z0-9-]*))?$|^never$`);
const DEADLINE_FORM = new RegExp(`${LENGTH_FORM.source}|^(${lawNames().join("|")})$`);

export const CASE_LEVELS = {
  case: {
    team: { shape: named("hyphen"), required: true, about: "The team whose worklist gets the case." },
    priority: { shape: RULE, about: "A rule that gives the case's priority; normal without it." },
    deadline: {
      shape: mapOf("either", {
        kind: "form",
        pattern: DEADLINE_FORM,
        says: "a length such as 2 hours or 5 working days, or a law such as foi",
      }),
      missing: "deadline-missing",
      about: "How long the council has, by priority; `any` serves those not named.",
    },
    warn: {
      shape: { kind: "form", pattern: WARN_FORM, says: "a length such as 2 working days before, or never" },
      about:
        "When the officer who has the case, or the team, is warned of a deadline. Where nothing is said, 2 working days before; 1 for those of up to 5 days, none for those of up to 2, and a quarter of the time for those in hours.",
    },
    escalate: {
      shape: { kind: "form", pattern: ESCALATE_FORM, says: "a length such as 1 working day after, to manager; or never" },
      about:
        "When a missed deadline is told to a role in the team, or to the team. Where nothing is said, 1 working day after, and at once for deadlines in hours.",
    },
    "partners-see": {
      shape: namesOf("underscore"),
      about: "Personal answers that another organisation at work on the case needs: it is shown these, and what is not personal.",
    },
    stages: { shape: mapOf("hyphen", level("stage")), required: true, about: "The stages of the case; the first is where it starts." },
    "sub-cases": {
      shape: mapOf("hyphen", level("sub-case")),
      about: "What an officer may split off for another team, by name. One of no kind may be made of every case.",
    },
  },
  stage: {
    title: { shape: LINE, required: true, about: "What the stage is called." },
    says: { shape: LINE, required: true, about: "What it means, in plain words to the person." },
    next: { shape: LINE, required: true, about: "What happens next, in plain words to the person." },
    deadline: { shape: LENGTH, about: "How long a case may be at this stage; it runs on while the clock of the case is stopped." },
    on: { shape: level("on"), about: "Which actions of this stage happen by themselves, and on what." },
    pauses: {
      shape: LINE,
      about: 'The clock of the case is stopped at this stage; why, in words to the person such as "waiting for you".',
    },
    actions: { shape: mapOf("hyphen", level("action")), about: "What officers may do; a stage without actions is closed." },
    reopen: { shape: level("reopen"), about: "Who may reopen a case that is closed at this stage, until when, and where it goes on." },
  },
  ...ACTION_LEVELS,
  action: {
    title: { shape: LINE, required: true, readBy: "officers", about: "What the button says." },
    by: { shape: namesOf("hyphen"), about: "The roles that may; any officer of the team when absent." },
    to: { shape: named("hyphen"), required: true, about: "The stage it leads to." },
    reason: { shape: { kind: "word", values: ["none", "optional", "required"] }, about: "Whether the officer gives a reason." },
    when: {
      shape: RULE,
      about: "A rule over the answers, the priority and what officers recorded; where it does not hold, the action is not offered.",
    },
    asks: {
      shape: mapOf("underscore", level("asked")),
      about: "What the officer fills in when they take it, by name: recorded on the case, where rules and messages may read it.",
    },
    confirm: {
      shape: LINE,
      readBy: "officers",
      about: "A sentence that the officer ticks before the action is taken, where it cannot be undone.",
    },
    pauses: { shape: LINE, about: "The clock of the case is stopped from this action to the next; why, in words to the person." },
    priority: { shape: named("either"), about: "The priority that the case has from then on; its deadline is worked out anew." },
  },
  message: {
    subject: { shape: LINE, required: true, about: "The subject of the email." },
    body: { shape: PARAGRAPHS, required: true, about: "The text, with placeholders such as {name} and {reference}." },
  },
} as const satisfies Partial<Record<LevelName, Level>>;
