import { answerType } from "../../answers/answer-types.ts";
import type { PublishedService } from "../../definition/service.ts";
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
    schema: { type: "object" },
  },
  ["hint", "label"],
);
const OUTCOME = object({ id: TEXT, title: TEXT, body: TEXT });
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
      outcome: { ...ref("outcome"), description: "Where the answers lead, when they lead to no case." },
    },
    required: ["type", "title", "status", "code", "detail"],
  },
  outcome: OUTCOME,
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
      hasFee: { type: "boolean" },
      questions: list(QUESTION),
      rows: { type: "object", description: "Where the rows of a question’s register are, by question.", additionalProperties: TEXT },
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
  case: object(
    {
      ...RECEIPT,
      channel: { enum: Object.keys(CHANNELS) },
      closed: { type: ["string", "null"], format: "date-time" },
      updated: INSTANT,
      waitingReply: { type: "boolean", description: "The person wrote and nobody has answered yet." },
      history: list(object({ at: INSTANT, kind: TEXT, what: TEXT, stage: TEXT }, ["stage"])),
      answers: { type: "object", description: "Only for keys with the right cases.answers." },
    },
    ["answers"],
  ),
};

/** The name of a service's schema among the components. */
export function answersName({ id }: PublishedService): string {
  return `${id}.answers`;
}

/** The answers of one service. Required are those that everybody is asked who gets as far as a case; which others are, the answers decide. */
export function answersSchema(service: PublishedService): Schema {
  const always = service.flow.flatMap((step) => (step.kind === "screen" && step.when === undefined ? step.screen.questions : []));
  return {
    type: "object",
    description: `The answers to “${service.title}”, version ${service.version}, by question.`,
    properties: Object.fromEntries([...service.questions.values()].map((question) => [question.id, answerType(question).schema(question)])),
    required: always.filter(({ optional }) => !optional).map(({ id }) => id),
    additionalProperties: false,
  };
}

/** What is sent to make a case. */
export function submitSchema(service: PublishedService): Schema {
  const channel = { enum: API_CHANNELS, default: "api", description: "How the person reached you." };
  return object({ answers: ref(answersName(service)), channel }, ["channel"]);
}
