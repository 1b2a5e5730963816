import type { Answer, FileAnswer } from "../answers/answer-type.ts";
import type { Channel } from "../councils/council.ts";
import type { Chance } from "./chance.ts";
import type { FileKind } from "./sample-files.ts";
import type { Resident } from "./residents.ts";

/** Who is asked, on which day, by which channel, and what they have said so far. */
export interface Scene {
  readonly chance: Chance;
  readonly who: Resident;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly channel: Channel;
  readonly given: Readonly<Record<string, Answer>>;
  /** Uploads a file to the journey. */
  attach(kind: FileKind): AttachedFile;
}

/** A file as an answer holds it, in the shape of an answer. */
export type AttachedFile = Pick<FileAnswer, keyof FileAnswer>;

export type Tell = (scene: Scene) => Answer;

type Some<Item> = readonly [Item, ...Item[]];

/** What is believable of a service: how often people come, what they say, and what becomes of it. */
export interface Story {
  readonly service: string;
  /** How often people come, against the other services. */
  readonly often: number;
  /** January to December, and Monday to Sunday: how far it is above or below. */
  readonly months: Months;
  readonly weekdays: Week;
  /** Minutes that a journey takes at least and at most. */
  readonly minutes: readonly [number, number];
  /** Of the journeys started online: how many come to an end, and how many of them end with an answer instead of a case. */
  readonly completion: number;
  readonly ended: number;
  /** How far channels are above or below what the council sees in general. */
  readonly channels?: Readonly<Partial<Record<Channel, number>>>;
  /** By question; questions that are not here are answered by their id in general, or by their type. */
  readonly answers: Readonly<Record<string, Tell>>;
  /** What leads to an answer instead of a case, laid over the answers. */
  readonly endings: Some<Readonly<Record<string, Tell>>>;
  readonly course: Course;
}

export type Months = readonly [number, number, number, number, number, number, number, number, number, number, number, number];
export type Week = readonly [number, number, number, number, number, number, number];

/** What becomes of a case. */
export interface Course {
  /** How often an action is taken against the others of its stage; 1 where nothing is said. */
  readonly actions: Readonly<Record<string, number>>;
  /** Share of the cases that are closed after their deadline. */
  readonly late: number;
  /** Why, by action. */
  readonly reasons: Readonly<Record<string, Some<string>>>;
  /** What officers record, by its name in rules; an example of its type where nothing is said. */
  readonly records?: Readonly<Record<string, Some<Answer>>>;
  /** Share of the closed cases that their people open again, and why. */
  readonly reopened?: { readonly share: number; readonly why: Some<string> };
  readonly notes: Some<string>;
  /** What officers ask people, and what people answer. */
  readonly questions: Some<readonly [string, string]>;
  /** Actions that ask the person for something: why, what they answer, and whether they send a file with it. */
  readonly awaits: Readonly<Record<string, { readonly withFile: boolean; readonly said: Some<readonly [reason: string, answer: string]> }>>;
  readonly praise: Some<string>;
  readonly blame: Some<string>;
  /** Share of ratings that are 4 or 5. */
  readonly satisfied: number;
}
