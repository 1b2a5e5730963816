import type { Problem } from "../../../answers/answer-type.ts";
import type { Council } from "../../../councils/council.ts";
import type { ApiRight } from "../../../people/api-keys.ts";
import { isApiRight } from "../../../people/api-keys.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";

export interface TypedKey {
  readonly name: string;
  readonly rights: readonly ApiRight[];
  /** Empty for all. */
  readonly services: readonly string[];
}

export const NO_KEY: TypedKey = { name: "", rights: [], services: [] };

const LONGEST_NAME = 100;

/** What was typed of a key. Rights and services that are not there are left out. */
export function typedKey(council: Council, body: FormBody): TypedKey {
  return {
    name: field(body, "name").trim(),
    rights: (body.fields.get("rights") ?? []).filter(isApiRight),
    services: (body.fields.get("services") ?? []).filter((service) => council.services.includes(service)),
  };
}

/** `services` are those that were sent, known or not: a key for one that is not there is no key for all. */
export function keyProblems({ name, rights, services }: TypedKey, sent: number): readonly Problem[] {
  const problems: Problem[] = [];
  if (name === "") problems.push({ field: "name", code: "answer-missing", message: "Enter which system the key is for" });
  if (name.length > LONGEST_NAME)
    problems.push({ field: "name", code: "text-too-long", message: `The system’s name must be ${LONGEST_NAME} characters or fewer` });
  if (rights.length === 0) problems.push({ field: "rights", code: "answer-missing", message: "Select what it may do" });
  if (sent > services.length)
    problems.push({ field: "services", code: "answer-unknown", message: "A service that you chose is no longer offered. Choose again" });
  return problems;
}
