import { isRecord } from "../../answers/reading.ts";
import type { Channel } from "../../councils/council.ts";
import type { GivenAnswers } from "../../journey/accept.ts";
import { isUuid } from "../../platform/ids.ts";
import type { FieldProblem } from "../../platform/http/problem-document.ts";

/** The channels that another system may submit for. It can't say that a person used our own web pages or spoke to our staff. */
export const API_CHANNELS = ["api", "chat", "email", "post"] as const satisfies readonly Channel[];

export interface SubmitBody {
  readonly answers: GivenAnswers;
  readonly channel: Channel;
}

export type BodyReading =
  | { readonly ok: true; readonly body: SubmitBody }
  | { readonly ok: false; readonly errors: readonly FieldProblem[] };

const MOST_UNKNOWN = 20;
const MOST_FILES = 100;

/** The shape of what is sent to make a case; the answers themselves are not looked at yet. */
export function readSubmitBody(json: unknown): BodyReading {
  if (!isRecord(json)) return { ok: false, errors: [{ pointer: "", code: "answer-wrong-kind", detail: "Send an object with answers" }] };
  const errors = Object.keys(json)
    .filter((name) => name !== "answers" && name !== "channel")
    .slice(0, MOST_UNKNOWN)
    .map((name) => ({ pointer: `/${escaped(name)}`, code: "field-unknown", detail: "Send only answers and channel" }));
  const answers = Object.hasOwn(json, "answers") ? json["answers"] : undefined;
  if (!isRecord(answers))
    errors.push({
      pointer: "/answers",
      code: answers === undefined ? "answer-missing" : "answer-wrong-kind",
      detail: "Send the answers as an object, by question",
    });
  const channel = Object.hasOwn(json, "channel") ? json["channel"] : "api";
  const known = API_CHANNELS.find((name) => name === channel);
  if (known === undefined)
    errors.push({ pointer: "/channel", code: "option-unknown", detail: `Channel must be one of ${API_CHANNELS.join(", ")}` });
  return errors.length === 0 && isRecord(answers) && known !== undefined
    ? { ok: true, body: { answers, channel: known } }
    : { ok: false, errors };
}

function escaped(name: string): string {
  return name.slice(0, 100).replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The ids of files that answers name, wherever they stand, each once. */
export function fileIdsIn(answers: unknown): readonly string[] {
  const ids = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null || ids.size >= MOST_FILES) return;
    if (isRecord(value) && Object.hasOwn(value, "id") && isUuid(value["id"])) ids.add(value["id"]);
    for (const part of Object.values(value)) look(part);
  };
  look(answers);
  return [...ids];
}
