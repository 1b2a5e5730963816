import type { Answer, Answers, Question } from "../../answers/answer-type.ts";
import type { Service } from "../../definition/service.ts";
import type { Case } from "../case.ts";

/** Why a case may be the same as another, what counts most first. */
export type Likeness = "row" | "place" | "postcode" | "person" | "time";

/** A case that may be the same as another. */
export interface Alike {
  readonly item: Case;
  readonly why: readonly Likeness[];
}

/** How many are suggested. */
export const MOST_ALIKE = 5;

const WEIGHT: Readonly<Record<Likeness, number>> = { row: 8, place: 8, postcode: 4, person: 4, time: 1 };
const NEAR_METRES = 50;
const NEAR_TIME = 86_400_000;

/** Of cases of the same service, those that may be the same as one, the likeliest first; of those that are as likely the nearest in time. Pure. */
export function alikeAmong(service: Service, item: Case, others: readonly Case[]): readonly Alike[] {
  const apart = (other: Case): number => Math.abs(other.openedAt.getTime() - item.openedAt.getTime());
  const weight = ({ why }: Alike): number => why.reduce((sum, likeness) => sum + WEIGHT[likeness], 0);
  return others
    .filter(({ id }) => id !== item.id)
    .map((other): Alike => ({ item: other, why: likenesses(service, item, other, apart(other) <= NEAR_TIME) }))
    .filter(({ why }) => why.length > 0)
    .toSorted((a, b) => weight(b) - weight(a) || apart(a.item) - apart(b.item))
    .slice(0, MOST_ALIKE);
}

function likenesses(service: Service, one: Case, other: Case, near: boolean): readonly Likeness[] {
  const places = new Set([...service.questions.values()].map((question) => samePlace(question, one.answers, other.answers)));
  const postcode = places.has("postcode") || same(one.person.postcode, other.person.postcode);
  return [
    ...(places.has("row") ? (["row"] as const) : []),
    ...(places.has("place") ? (["place"] as const) : []),
    ...(postcode ? (["postcode"] as const) : []),
    ...(same(one.person.email, other.person.email) ? (["person"] as const) : []),
    ...(near ? (["time"] as const) : []),
  ];
}

/** Whether two cases give the same place in answer to a question, as far as its type says where. */
function samePlace({ id, type }: Question, one: Answers, other: Answers): Likeness | undefined {
  const [a, b] = [one[id], other[id]];
  switch (type) {
    case "register":
      return same(part(a, "key"), part(b, "key")) ? "row" : undefined;
    case "place":
      return same(part(a, "text"), part(b, "text")) || isNear(a, b) ? "place" : undefined;
    case "address":
      return same(part(a, "postcode"), part(b, "postcode")) ? "postcode" : undefined;
    case "postcode":
      return same(a, b) ? "postcode" : undefined;
    default:
      return undefined;
  }
}

function part(answer: Answer | undefined, name: string): unknown {
  // Safe: an object that is no list is a record of answers.
  return answer !== null && typeof answer === "object" ? (answer as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** The same text, however it is cased and spaced. */
function same(a: unknown, b: unknown): boolean {
  return typeof a === "string" && typeof b === "string" && a.trim() !== "" && plain(a) === plain(b);
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

function isNear(a: Answer | undefined, b: Answer | undefined): boolean {
  const [lat, long] = [part(a, "latitude"), part(a, "longitude")];
  const [otherLat, otherLong] = [part(b, "latitude"), part(b, "longitude")];
  if (typeof lat !== "number" || typeof long !== "number" || typeof otherLat !== "number" || typeof otherLong !== "number") return false;
  // Over so short a way the ground is flat.
  const north = (lat - otherLat) * METRES;
  const east = (long - otherLong) * METRES * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(north, east) <= NEAR_METRES;
}

/** Of one degree of latitude. */
const METRES = 111_320;
