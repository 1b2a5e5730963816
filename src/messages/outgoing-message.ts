import { answerType } from "../answers/answer-types.ts";
import type { Case } from "../cases/case.ts";
import type { CaseEvent } from "../cases/event.ts";
import { openPause } from "../cases/clock/case-clock.ts";
import { plannedFor, requestIn } from "../cases/requests/request.ts";
import type { Council } from "../councils/council.ts";
import { councilIn } from "../councils/council.ts";
import { inLanguage } from "../definition/in-language.ts";
import { weekdayIn } from "../language/calendar-words.ts";
import type { Language } from "../language/language.ts";
import { HOUSE_LETTERS } from "../language/message-words.ts";
import type { PublishedService } from "../definition/service.ts";
import { dayOf } from "../platform/clock.ts";
import { linkIn } from "./link-in.ts";
import type { MessageValues, OutgoingMessage } from "./message.ts";
import { fillMessage } from "./message.ts";

/** What of an event goes into a message. */
type TellingEvent = Pick<CaseEvent, "data" | "personal">;
/** What of a case goes into a message. */
type TellingCase = Pick<Case, "reference" | "stage" | "person" | "tellBy" | "dueAt" | "clock" | "requests" | "recorded">;

function personal(event: TellingEvent, name: string): string {
  // Safe: which words an event has depends on its kind, and a message leaves out what is not there.
  const text = (event.personal as Readonly<Record<string, unknown>> | null)?.[name];
  return typeof text === "string" ? text : "";
}

function valuesOf(site: string, service: PublishedService, item: TellingCase, event: TellingEvent): MessageValues {
  // Safe: the event of an action says where it led and by when; any other event tells of the stage the case is in.
  const {
    to = item.stage,
    day,
    stageDue,
  } = event.data as { readonly to?: string; readonly day?: string; readonly stageDue?: string | null };
  const stage = service.case.stages.get(to);
  const { language = "en" } = service;
  return {
    name: item.person.name ?? HOUSE_LETTERS[language].unnamed,
    reference: item.reference,
    service: service.title,
    stage: stage?.title ?? "",
    says: stage?.says ?? "",
    next: stage?.next ?? "",
    due: day === undefined ? dueWords(language, item, stage?.closed === true) : weekdayIn(language, day),
    by: typeof stageDue === "string" ? lastDayIn(language, new Date(stageDue)) : "",
    reason: personal(event, "reason"),
    who: personal(event, "name"),
    message: personal(event, "text") || askedFor(service, item, event),
    link: linkIn(language, `${site}/cases`),
    recorded: recordedWords(service, item),
  };
}

/** Everything that officers may record, in words. */
function recordedWords({ case: { asked } }: PublishedService, { recorded }: TellingCase): Readonly<Record<string, string>> {
  const words = [...asked].map(([id, { question }]) => {
    const answer = recorded?.[id] ?? null;
    return [id, answer === null ? "" : answerType(question).text(question, answer)] as const;
  });
  return Object.fromEntries(words);
}

/** What the definition asks for, where the event is about that. What an officer asked in their own words, the first event says alone. */
function askedFor(service: PublishedService, { requests }: TellingCase, event: TellingEvent): string {
  // Safe: the events of a request name it, and others name none.
  const { request } = event.data as { readonly request?: number };
  const found = request === undefined ? undefined : requestIn(requests, request);
  if (found === undefined) return "";
  return plannedFor(service, found)?.ask ?? HOUSE_LETTERS[service.language ?? "en"].askedBefore;
}

function lastDayIn(language: Language, due: Date): string {
  return weekdayIn(language, dayOf(new Date(due.getTime() - 1)));
}

/** While the clock is stopped nobody knows the day, and none is named. */
function dueWords(language: Language, { dueAt, clock }: TellingCase, closed: boolean): string {
  return closed || openPause(clock) !== undefined ? "" : lastDayIn(language, dueAt);
}

function signatureOf(council: Council): readonly string[] {
  return [council.name, council.contact.phone];
}

function recipientOf(item: TellingCase): string {
  if (item.tellBy === "email") return item.person.email ?? "";
  return [item.person.name, ...item.person.address].filter(Boolean).join("\n");
}

/** Whether the words are the house's and no definition's: they are there in both languages. */
function isOurs(template: string): template is (typeof OURS)[number] {
  return OURS.some((name) => name === template);
}

const OURS = ["written", "expected", "reopened", "requested", "reminded", "rejected", "merged", "unmerged", "transferred"] as const;

/** The service in the language of the message: in English as a whole, where that message has no Welsh. */
function telling(service: PublishedService, template: string, language: Language): PublishedService {
  const chosen = inLanguage(service, language);
  return isOurs(template) || chosen.messages.get(template)?.language === chosen.language ? chosen : service;
}

/**
 * The message that tells of an event, in the words of a template of the case's version of its service; null where there is nobody to tell or
 * no such template. `item` is the case as it stands after the event, and `site` the address people know the council by.
 */
export function outgoingMessage(
  site: string,
  council: Council,
  published: PublishedService,
  template: string,
  item: TellingCase,
  event: TellingEvent,
): OutgoingMessage | null {
  const service = telling(published, template, item.person.language ?? "en");
  const { language = "en" } = service;
  const words = isOurs(template) ? HOUSE_LETTERS[language][template] : service.messages.get(template);
  if (words === undefined || item.tellBy === "none") return null;
  const filled = fillMessage(words, valuesOf(site, service, item, event), signatureOf(councilIn(council, language)));
  return { ...filled, way: item.tellBy, recipient: recipientOf(item) };
}
