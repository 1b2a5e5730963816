import type { Answers } from "../../answers/answer-type.ts";
import type { StoredEvent } from "../event.ts";

/** The number of the request that an event is about. */
export function requestOf({ data }: Pick<StoredEvent, "data">): unknown {
  // Safe: every kind of event keeps an object, and a field that is not there reads as undefined.
  return (data as { readonly request?: unknown }).request;
}

/** What an officer asked in their own words; empty where the definition asks, or the person was erased. */
export function ownWords(events: readonly StoredEvent[], request: number): string {
  const asked = events.filter((event) => event.kind === "requested" && requestOf(event) === request);
  const texts = asked.map(({ personal }) => personal?.["text"]).filter((text) => typeof text === "string");
  return texts.find((text) => text !== "") ?? "";
}

/** The answers that an event holds; undefined where the person was erased. */
export function answersIn(events: readonly StoredEvent[], answered: number): Answers | undefined {
  const answers = events.find(({ number }) => number === answered)?.personal?.["answers"];
  // Safe: the event of an answer holds what was read from its form, and nothing else is written there.
  return answers === undefined || answers === null ? undefined : (answers as Answers);
}
