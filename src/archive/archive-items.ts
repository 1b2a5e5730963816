import { answerType } from "../answers/answer-types.ts";
import type { Answer, Question } from "../answers/answer-type.ts";
import type { Case } from "../cases/case.ts";
import type { StoredEvent } from "../cases/event.ts";
import type { PublishedService } from "../definition/service.ts";
import type { Message } from "../messages/message-store.ts";
import type { FileRow } from "../platform/files/file-rows.ts";
import type { Exemption } from "./exemptions.ts";

/** One thing that is held, which is given or left out as a whole. */
export interface ArchiveItem {
  /** What it is called where it is left out: `answer K7M-4TX-9QC your_name`. */
  readonly id: string;
  readonly kind: "answer" | "message" | "event" | "file";
  readonly title: string;
  readonly text: string;
  /** ISO instant; empty for answers. */
  readonly at: string;
  /** It is about somebody else, and left out unless an officer says otherwise. */
  readonly others: boolean;
  readonly file?: FileRow;
}

/** A case with all that is held in it. */
export interface HeldCase {
  readonly item: Case;
  readonly service: PublishedService;
  readonly events: readonly StoredEvent[];
  readonly messages: readonly Message[];
  readonly files: readonly FileRow[];
  /** Officers by id, where the council names them. */
  readonly officers: ReadonlyMap<string, string>;
}

/** Everything of a case, in the order in which it is read. Pure. */
export function itemsOf(held: HeldCase): readonly ArchiveItem[] {
  const { reference } = held.item;
  return [...answerItems(held), ...held.messages.map((one) => messageItem(reference, one)), ...eventItems(held), ...fileItems(held)];
}

function answerItems({ item, service }: HeldCase): readonly ArchiveItem[] {
  return [...service.questions.values()].flatMap((question) => {
    const answer = item.answers[question.id];
    if (answer === undefined || answer === null) return [];
    const others = question.type === "people" || question.id === service.confirm?.people;
    return [
      { id: `answer ${item.reference} ${question.id}`, kind: "answer", title: question.ask, text: shown(question, answer), at: "", others },
    ];
  });
}

function shown(question: Question, answer: Answer): string {
  return answerType(question).text(question, answer);
}

function messageItem(reference: string, { id, subject, body, way, createdAt }: Message): ArchiveItem {
  return {
    id: `message ${reference} ${id}`,
    kind: "message",
    title: `${subject} (${way})`,
    text: body,
    at: createdAt.toISOString(),
    others: false,
  };
}

/** The words that people wrote with what happened. What was sent first is in the answers. */
function eventItems({ item, events, officers }: HeldCase): readonly ArchiveItem[] {
  return events
    .filter(({ kind }) => kind !== "submitted")
    .map((event) => ({
      id: `event ${item.reference} ${event.number}`,
      kind: "event",
      title: `${event.kind}, by ${whoDid(event, officers)}`,
      text: writtenIn(event),
      at: event.at.toISOString(),
      others: event.kind === "disputed",
    }));
}

function whoDid({ officer, channel }: StoredEvent, officers: ReadonlyMap<string, string>): string {
  if (officer !== null) return officers.get(officer) ?? "an officer";
  return channel === "clock" ? "itself" : "the person or another";
}

function writtenIn({ personal }: StoredEvent): string {
  const texts = Object.entries(personal ?? {}).map(([name, value]) =>
    typeof value === "string" ? value : `${name}: ${JSON.stringify(value)}`,
  );
  return texts.filter((text) => text !== "").join("\n");
}

function fileItems({ item, files }: HeldCase): readonly ArchiveItem[] {
  return files.map((file) => ({
    id: `file ${item.reference} ${file.id}`,
    kind: "file",
    title: file.name,
    text: `${file.type}, ${file.size} bytes`,
    at: file.createdAt.toISOString(),
    others: false,
    file,
  }));
}

/** What is left out: by item, under which exemption. */
export type LeftOut = ReadonlyMap<string, Exemption>;
