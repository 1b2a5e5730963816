import type { PublishedService } from "../../definition/service.ts";
import { eachCoveringJourney } from "../../journey/cover.ts";
import { ERRORS } from "../../platform/http/error-list.ts";
import { API_CHANNELS } from "./submit-body.ts";
import type { ErrorCode } from "../../platform/http/error-list.ts";
import { LONGEST_SEARCH, MOST_LISTED } from "./row-routes.ts";
import { MOST_ROWS } from "../../registers/read-register.ts";
import { ref, submitSchema } from "./openapi-schemas.ts";

type Item = Readonly<Record<string, unknown>>;

/** A few journeys that end in a case show what answers look like; the search for them is bounded. */
const MOST_EXAMPLES = 2;
const MOST_JOURNEYS = 30;

function json(schema: Item, more: Item = {}): Item {
  return { content: { "application/json": { schema, ...more } } };
}

/** The problems that an operation may answer with, by status. */
function problems(...codes: readonly ErrorCode[]): Item {
  const statuses = Map.groupBy(codes, (code) => ERRORS[code].status);
  const entries = [...statuses].map(([status, own]) => {
    const description = own.map((code) => `${code}: ${ERRORS[code].title}.`).join(" ");
    return [String(status), { description, content: { "application/problem+json": { schema: ref("problem") } } }];
  });
  return Object.fromEntries(entries);
}

const ALWAYS = ["council-not-found", "database-unavailable", "fault"] as const satisfies readonly ErrorCode[];
const WITH_KEY = [
  "key-missing",
  "key-wrong",
  "key-not-permitted",
  "too-many-tries",
  "stopping",
  ...ALWAYS,
] as const satisfies readonly ErrorCode[];
const WITH_BODY = ["not-understood", "not-utf8", "too-large", "type-not-supported"] as const satisfies readonly ErrorCode[];
const NO_KEY: Item = { security: [] };

function path(name: string, description: string): Item {
  return { name, in: "path", required: true, description, schema: { type: "string" } };
}

function query(name: string, description: string, schema: Item): Item {
  return { name, in: "query", description, schema };
}

/** The operations that are the same for every service. */
export const SHARED_PATHS: Readonly<Record<string, Item>> = {
  "/api/services": {
    get: {
      operationId: "list-services",
      summary: "The services of the council",
      ...NO_KEY,
      responses: { 200: { description: "The services.", ...json(ref("services")) }, ...problems(...ALWAYS) },
    },
  },
  "/api/services/{service}": {
    get: {
      operationId: "get-service",
      summary: "One service and its questions",
      ...NO_KEY,
      parameters: [path("service", "The service's id.")],
      responses: { 200: { description: "The service.", ...json(ref("service")) }, ...problems("service-not-found", ...ALWAYS) },
    },
  },
  "/api/services/{service}/questions/{question}/rows": {
    get: {
      operationId: "list-rows",
      summary: "The rows of a register that a question is chosen from",
      description:
        "The best fit first. A row’s key is what an answer takes. Rows that depend on other answers are all here, and looked at when you send.",
      ...NO_KEY,
      parameters: [
        path("service", "The service's id."),
        path("question", "The question’s id; of one inside a group, the group’s too: siblings.school."),
        query("search", "Words, or the beginnings of words.", { type: "string", maxLength: LONGEST_SEARCH }),
        query("from", "Rows to pass over.", { type: "integer", minimum: 0, maximum: MOST_ROWS }),
        query("limit", "Rows to give.", { type: "integer", minimum: 1, maximum: MOST_LISTED, default: 20 }),
      ],
      responses: {
        200: { description: "The rows.", ...json(ref("rows")) },
        ...problems("service-not-found", "page-not-found", "not-understood", "too-many-tries", ...ALWAYS),
      },
    },
  },
  "/api/cases/{reference}": {
    get: {
      operationId: "get-case",
      summary: "Where a case stands",
      description: "Needs the right cases.read. The answers come with it where the key also has cases.answers.",
      parameters: [path("reference", "The case's reference, with or without its hyphens.")],
      responses: { 200: { description: "The case.", ...json(ref("case")) }, ...problems("case-not-found", ...WITH_KEY) },
    },
  },
  "/api/cases/{reference}/requests/{request}/answers": {
    post: {
      operationId: "answer-request",
      summary: "Answer what the person was asked",
      description: "Needs the right cases.submit. The same key with the same answers is done once.",
      parameters: [
        path("reference", "The case's reference, with or without its hyphens."),
        path("request", "The number of the request, as the case has it."),
        {
          name: "Idempotency-Key",
          in: "header",
          required: true,
          description: "1 to 255 printable characters.",
          schema: { type: "string" },
        },
      ],
      requestBody: {
        required: true,
        ...json({
          type: "object",
          required: ["answers"],
          additionalProperties: false,
          properties: {
            answers: { type: "object", description: "By question of the request." },
            shared: { type: "boolean", description: "Whether the person agrees that other services see what is accepted." },
            channel: { enum: API_CHANNELS },
          },
        }),
      },
      responses: {
        201: { description: "It is answered.", ...json(ref("answered")) },
        200: { description: "It was answered by the same call before.", ...json(ref("answered")) },
        ...problems(
          "case-not-found",
          "page-not-found",
          "request-over",
          "not-answered",
          "one-time-key-missing",
          "one-time-key-reused",
          ...WITH_BODY,
          ...WITH_KEY,
        ),
      },
    },
  },
  "/api/files": {
    post: {
      operationId: "upload-file",
      summary: "Upload a file for an answer",
      description:
        "Needs the right cases.submit. What comes back is the file as an answer names it. It belongs to the key until a case takes it, for 30 days at most.",
      requestBody: {
        required: true,
        content: {
          "multipart/form-data": {
            schema: {
              type: "object",
              properties: { file: { type: "string", contentMediaType: "application/octet-stream" } },
              required: ["file"],
            },
          },
        },
      },
      responses: {
        201: { description: "The file.", ...json(ref("file")) },
        ...problems("not-understood", "type-not-supported", "too-many-fields", "file-refused", ...WITH_KEY),
      },
    },
  },
};

function examplesOf(service: PublishedService, today: string): Item {
  const examples: Record<string, Item> = {};
  let looked = 0;
  for (const { answers, end } of eachCoveringJourney(service, today)) {
    const count = Object.keys(examples).length;
    if (end.kind === "check") examples[`example-${count + 1}`] = { value: { answers } };
    looked += 1;
    if (looked === MOST_JOURNEYS || Object.keys(examples).length === MOST_EXAMPLES) break;
  }
  return examples;
}

const IDEMPOTENCY: Item = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "A new one for each case, the same one when you retry: the case is made once.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

/** The operation that makes a case of one service. */
export function submitPath(service: PublishedService, today: string): Item {
  const statements = service.declaration ?? service.declarations.join(" ");
  const declared = statements === "" ? "" : ` By sending it you confirm that the person declares: ${statements}`;
  const outcomes = [...service.outcomes.values()].map(({ title }) => title);
  const none = outcomes.length === 0 ? "" : ` Some answers lead to no case (no-case): ${outcomes.join("; ")}.`;
  return {
    post: {
      operationId: `submit-${service.id}`,
      summary: service.title,
      description: `${service.summary}${declared}${none} Needs the right cases.submit. Files are uploaded first.`,
      parameters: [IDEMPOTENCY],
      requestBody: { required: true, ...json(submitSchema(service), { examples: examplesOf(service, today) }) },
      responses: {
        201: { description: "The case is there.", headers: { Location: { schema: { type: "string" } } }, ...json(ref("receipt")) },
        200: { description: "The case was there already, under the same idempotency key.", ...json(ref("receipt")) },
        ...problems(
          "service-not-found",
          "one-time-key-missing",
          "one-time-key-reused",
          "not-answered",
          "no-case",
          "busy",
          ...WITH_BODY,
          ...WITH_KEY,
        ),
      },
    },
  };
}
