import type { Question } from "../../answers/answer-type.ts";
import { answerType } from "../../answers/answer-types.ts";
import type { PublishedService, Step } from "../../definition/service.ts";
import { OUTCOME_KINDS } from "../../definition/keys-outcome.ts";
import { CHANNELS } from "../../councils/council.ts";
import { ERRORS } from "../../platform/http/error-list.ts";
import { API_CHANNELS } from "./submit-body.ts";

type Schema = Readonly<Record<string, unknown>>;

const TEXT: Schema = { type: "string" };
const INSTANT: Schema = { type: "string", format: "date-time" };
const REFERENCE: Schema = { type: "string", pattern: "^[2-9A-Y]{3}-[2-9A-Y]{3}-[2-9A-Y]{3}$", examples: ["K7M-4TX-9QC"] };

/** An object with nothing besides these members, all of them there but the optional ones. */
function object(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  return {
    type: "object",
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    additionalProperties: false,
  };
}

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

function list(items: Schema): Schema {
  return { type: "array", items };
}

const STAGE = object({ id: TEXT, title: TEXT, says: TEXT, next: TEXT, closed: { type: "boolean" } });
const SERVICE_LINE = { id: TEXT, version: { type: "integer" }, title: TEXT, summary: TEXT, group: TEXT, url: TEXT, page: TEXT };
const QUESTION = object(
  {
    id: TEXT,
    ask: TEXT,
    hint: TEXT,
    label: TEXT,
    type: TEXT,
    optional: { type: "boolean" },
    personal: { type: "boolean" },
    filledFrom: { ...TEXT, description: "The earlier answer or fact that it is filled in from at first, on the web and at the desk." },
    schema: { type: "object" },
  },
  ["hint", "label", "filledFrom"],
);
const KIND: Schema = { enum: Object.keys(OUTCOME_KINDS), description: "What it tells the person." };
const OUTCOME_TEXTS = {
  id: TEXT,
  kind: KIND,
  title: TEXT,
  body: TEXT,
  bring: list(TEXT),
  next: list(TEXT),
  links: list(TEXT),
  source: TEXT,
};
const FIGURE = {
  id: TEXT,
  label: TEXT,
  value: { type: ["number", "string"], description: "Money is in whole pence." },
  text: { ...TEXT, description: "As a person reads it." },
};
const FACT = object(
  { id: TEXT, label: TEXT, type: TEXT, says: TEXT, source: TEXT, personal: { type: "boolean" }, schema: { type: "object" } },
  ["says", "source"],
);
const RECEIPT = {
  reference: REFERENCE,
  url: TEXT,
  service: TEXT,
  version: { type: "integer" },
  stage: ref("stage"),
  received: INSTANT,
  due: { ...INSTANT, description: "The first instant that is too late." },
  feePence: { type: ["integer", "null"], description: "The fee in pence; null where there is none." },
};

const CONFIRMATION = object({
  person: { type: "integer", description: "From 1." },
  state: { enum: ["waiting", "confirmed", "disputed"] },
  at: { type: ["string", "null"], format: "date-time", description: "When they answered." },
});

/** The schemas that every service shares. */
export const SHARED_SCHEMAS: Readonly<Record<string, Schema>> = {
  problem: {
    type: "object",
    description: "What is wrong (RFC 9457).",
    properties: {
      type: TEXT,
      title: TEXT,
      status: { type: "integer" },
      code: { enum: Object.keys(ERRORS) },
      detail: TEXT,
      errors: list(
        object({ pointer: { ...TEXT, description: "A JSON Pointer into what was sent." }, question: TEXT, code: TEXT, detail: TEXT }, [
          "question",
        ]),
      ),
      outcome: { ...ref("told-outcome"), description: "Where the answers lead, when they lead to no case, with its figures worked out." },
    },
    required: ["type", "title", "status", "code", "detail"],
  },
  outcome: object({ ...OUTCOME_TEXTS, figures: list(object({ id: TEXT, label: TEXT, unit: TEXT, type: TEXT }, ["unit"])) }, [
    "kind",
    "source",
  ]),
  "told-outcome": object({ ...OUTCOME_TEXTS, figures: list(object(FIGURE)) }, ["kind", "source"]),
  stage: STAGE,
  file: object({ id: TEXT, sha256: TEXT, name: TEXT, type: TEXT, size: { type: "integer", description: "Bytes." } }),
  services: object({ services: list(object(SERVICE_LINE)) }),
  service: object(
    {
      ...SERVICE_LINE,
      codes: { type: "object" },
      basis: TEXT,
      start: object({ who: list(TEXT), need: list(TEXT), time: TEXT, cost: TEXT, takes: TEXT, body: TEXT }),
      declaration: TEXT,
      declarations: { ...list(TEXT), description: "Statements that the person agrees to one by one." },
      hasFee: { type: "boolean" },
      questions: list(QUESTION),
      rows: { type: "object", description: "Where the rows of a question’s register are, by question.", additionalProperties: TEXT },
      sections: list(object({ id: TEXT, title: TEXT, needs: list(TEXT), questions: list(TEXT) })),
      facts: list(FACT),
      outcomes: list(ref("outcome")),
      stages: list(ref("stage")),
      cases: TEXT,
    },
    ["declaration"],
  ),
  rows: object({
    rows: list({
      type: "object",
      description: "A row, with its columns by their names. Money is whole pence.",
      properties: { key: TEXT, label: TEXT, welsh: { ...TEXT, description: "The label in Welsh." } },
      required: ["key", "label"],
    }),
    total: { type: "integer", description: "How many rows there are in all." },
    next: { type: ["string", "null"], description: "Where the rows after these are; null after the last." },
  }),
  receipt: object(RECEIPT),
  answered: object({ reference: TEXT, request: { type: "integer", minimum: 1 }, state: TEXT, url: TEXT }),
  case: object(
    {
      ...RECEIPT,
      channel: { enum: Object.keys(CHANNELS) },
      closed: { type: ["string", "null"], format: "date-time" },
      updated: INSTANT,
      promised: { ...INSTANT, description: "The deadline that the person was given at first. `due` is what it has come to since." },
      expected: { type: ["string", "null"], format: "date", description: "The day by which an officer last said that it will be done." },
      stageDue: {
        type: ["string", "null"],
        format: "date-time",
        description: "When the time for this stage ends; null where it has none.",
      },
      stopped: {
        anyOf: [{ type: "null" }, object({ since: INSTANT, why: TEXT })],
        description: "The clock is stopped, since when and why; null while it runs.",
      },
      waitingReply: { type: "boolean", description: "The person wrote and nobody has answered yet." },
      confirmations: { ...list(CONFIRMATION), description: "Others who must confirm, as the answers name them. Absent where nobody must." },
      requests: {
        ...list(
          object({
            request: { type: "integer", minimum: 1 },
            name: { type: ["string", "null"] },
            state: TEXT,
            due: { type: "string", format: "date" },
            answered: { type: "boolean" },
          }),
        ),
        description:
          "What was asked of the person. The name is the definition's; null where an officer asked in their own words. Absent where nothing was.",
      },
      history: list(object({ at: INSTANT, kind: TEXT, what: TEXT, stage: TEXT }, ["stage"])),
      answers: { type: "object", description: "Only for keys with the right cases.answers." },
    },
    ["answers", "confirmations", "requests"],
  ),
};

/** The name of a service's schema among the components. */
export function answersName({ id }: PublishedService): string {
  return `${id}.answers`;
}

/** The answers of one service. Required are those that everybody is asked who gets as far as a case; which others are, the answers decide. */
export function answersSchema(service: PublishedService): Schema {
  const always = alwaysAsked(service.flow);
  return {
    type: "object",
    description: `The answers to “${service.title}”, version ${service.version}, by question.`,
    properties: Object.fromEntries([...service.questions.values()].map((question) => [question.id, schemaOf(question)])),
    required: always.filter(({ optional }) => !optional).map(({ id }) => id),
    additionalProperties: false,
  };
}

/** A fact may be sent too, to say what the person was told: the call is refused where it is another by now. */
function schemaOf(question: Question): Schema {
  const schema = answerType(question).schema(question);
  if (question.stated === undefined) return schema;
  const source = question.stated.source === undefined ? "" : ` Source: ${question.stated.source}.`;
  return { ...schema, title: question.ask, description: `The council states it; it need not be sent.${source}` };
}

function alwaysAsked(steps: readonly Step[]): readonly Question[] {
  return steps.flatMap((step): readonly Question[] => {
    if (step.when !== undefined) return [];
    if (step.kind === "section") return alwaysAsked(step.section.steps);
    return step.kind === "screen" ? step.screen.questions : [];
  });
}

/** What is sent to make a case. */
export function submitSchema(service: PublishedService): Schema {
  const channel = { enum: API_CHANNELS, default: "api", description: "How the person reached you." };
  return object({ answers: ref(answersName(service)), channel }, ["channel"]);
}
