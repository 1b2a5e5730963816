import { requestOf } from "../../../cases/requests/own-words.ts";
import { firstBroken } from "../../../cases/event.ts";
import type { Automatic, StoredEvent } from "../../../cases/event.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { CHANNELS } from "../../../councils/council.ts";
import type { DeadlineMove } from "../../../cases/clock/deadline-move.ts";
import { pounds } from "../../../money/pence.ts";
import { confirmerName } from "../../shared/confirmers.ts";
import { dayOf } from "../../../platform/clock.ts";
import { lastDay, moment, shortDay } from "../../shared/dates.ts";
import { eventData, eventFiles, eventText, writtenWords } from "../../shared/event-words.ts";
import { requestTitle } from "../../shared/request-plan.ts";
import { questionWords, stageTitle, wordsOf } from "../case-words.ts";
import { identifiedWords } from "../people/identity-words.ts";
import { firstSent, partOf } from "../../../cases/together/tie.ts";
import { togetherTold } from "../together/together-history.ts";
import { recordedThen } from "../actions/recorded-part.ts";
import { mailParts, repliedWords } from "./replied-parts.ts";
import type { CaseSheet } from "./case-sheet.ts";
import { nameOf } from "./case-sheet.ts";

/** What happened, in a sentence without its full stop, and the words that came with it. */
export interface Told {
  readonly title: string;
  readonly text?: string;
}

/** What an event tells, for the page and for paper. */
export function told(sheet: CaseSheet, event: StoredEvent): Told {
  const who = event.officer === null ? "The person" : nameOf(sheet, event.officer);
  const asked = requestTold(sheet, event, who) ?? togetherTold(sheet, event, who);
  if (asked !== undefined) return asked;
  switch (event.kind) {
    case "submitted":
      if (partOf(sheet.item) !== undefined) return { title: `${who} made this sub-case` };
      if (sentBefore(sheet.item) !== undefined) return { title: `${who} moved it here from another service. ${sentBefore(sheet.item)}` };
      return { title: event.officer === null ? "The person sent it" : `${who} sent it for the person` };
    case "taken":
      return { title: takenWords(sheet, event, who) };
    case "told":
      return { title: `${who} wrote to the person`, text: eventText(event, "text") };
    case "replied":
      return { title: repliedWords(event, who), text: eventText(event, "text") };
    case "warned":
    case "escalated":
      return { title: alarmWords(event) };
    case "expected":
      return {
        title: `${who} told the person to expect it by ${shortDay(String(eventData(event)["day"]))}`,
        text: eventText(event, "text"),
      };
    case "acted":
      return { title: actedWords(sheet, event, who), text: eventText(event, "reason") };
    case "reopened":
      return { title: reopenedWords(sheet, event, who), text: eventText(event, "reason") };
    case "confirmed":
      return { title: confirmedWords(sheet, event) };
    case "identified":
      return { title: identifiedWords(event, who) };
    case "disputed":
      return { title: `${nameOfConfirmer(sheet, event)} says that it is not right`, text: eventText(event, "reason") };
    case "asked":
      return { title: `${who} sent ${nameOfConfirmer(sheet, event)} the link again` };
    case "corrected":
      return { title: correctedWords(sheet, event, who), text: eventText(event, "reason") };
    case "printed":
      return { title: `${who} saved the case as a PDF` };
    case "erased":
      return { title: erasedWords(event, who), text: String(eventData(event)["why"]) };
    case "rated":
      return { title: `The person rated the service ${String(eventData(event)["score"])} out of 5`, text: eventText(event, "comment") };
    default:
      return { title: `${who} added a note` };
  }
}

/** The events in which nobody writes anything have nothing to erase. */
export const WORDLESS = new Set([
  "taken",
  "confirmed",
  "asked",
  "identified",
  "warned",
  "escalated",
  "erased",
  "unlinked",
  "printed",
  "joined",
  "parted",
  "follower-wrote",
  "transferred",
]);

function correctedWords({ service }: CaseSheet, event: StoredEvent, who: string): string {
  const { question, feePence } = eventData(event);
  const asked = service.questions.get(String(question));
  const fee = feePence === undefined ? "" : `. The fee is ${typeof feePence === "number" ? pounds(feePence) : "nothing"} now`;
  return `${who} changed an answer: ${asked === undefined ? wordsOf(String(question)) : questionWords(asked)}${timeWords(event)}${fee}`;
}

function erasedWords(event: StoredEvent, who: string): string {
  if (eventData(event)["by"] === "request") return `${who} erased what was personal, because the person asked`;
  return "What was personal was erased, because it had been kept as long as the service says";
}

function requestTold(sheet: CaseSheet, event: StoredEvent, who: string): Told | undefined {
  const number = Number(requestOf(event));
  const what = requestTitle(sheet.service, sheet.item.requests?.[number - 1], number, sheet.events);
  switch (event.kind) {
    case "requested":
      return { title: `${who} asked the person: ${what}`, text: eventText(event, "reason") };
    case "answered":
      return { title: `${event.officer === null ? "The person" : `${who}, for the person,`} answered: ${what}` };
    case "request-reminded":
      return { title: `The person was reminded: ${what}` };
    case "request-lapsed":
      return { title: `The person did not answer in time: ${what}` };
    case "request-withdrawn":
      return { title: `${who} withdrew what was asked: ${what}` };
    case "reviewed":
      return { title: `${who} ${String(eventData(event)["verdict"])} what was sent: ${what}`, text: eventText(event, "reason") };
    case "unshared":
      return { title: `The person stopped other services seeing it: ${what}` };
    default:
      return undefined;
  }
}

/** When the person first sent a case that was moved here. */
function sentBefore(item: CaseSheet["item"]): string | undefined {
  const sent = firstSent(item);
  return sent === item.openedAt ? undefined : `The person first sent it on ${shortDay(dayOf(sent))}`;
}

function takenWords(sheet: CaseSheet, event: StoredEvent, who: string): string {
  const { officer } = eventData(event);
  if (officer === event.officer) return `${who} took the case`;
  return officer === null ? `${who} left the case to nobody` : `${who} gave the case to ${nameOf(sheet, officer)}`;
}

function nameOfConfirmer({ service, item }: CaseSheet, event: StoredEvent): string {
  return confirmerName(service, item, event);
}

function confirmedWords(sheet: CaseSheet, event: StoredEvent): string {
  const { to } = eventData(event);
  const moved = typeof to === "string" ? `. All have. Now ${stageTitle(sheet.service, to).toLowerCase()}` : "";
  return `${nameOfConfirmer(sheet, event)} confirmed${moved}`;
}

/** Why an action happened by itself. */
const CAUSES: Readonly<Record<string, string>> = {
  deadline: "The time for the stage was over",
  reply: "The person wrote",
  answered: "The person answered",
  unanswered: "The person did not answer",
  confirmed: "All have confirmed",
  accepted: "What was sent is accepted",
  rejected: "What was sent is rejected",
  parts: "The last of its sub-cases is closed",
} satisfies Readonly<Record<Automatic, string>>;

function actedWords({ service }: CaseSheet, event: StoredEvent, who: string): string {
  const { action, from, to, automatic } = eventData(event);
  const title = service.case.stages.get(String(from))?.actions.get(String(action))?.title ?? wordsOf(String(action));
  const what = `${title}. Now ${stageTitle(service, String(to)).toLowerCase()}${timeWords(event)}`;
  return `${CAUSES[String(automatic)] ?? who}: ${what}`;
}

function reopenedWords({ service }: CaseSheet, event: StoredEvent, who: string): string {
  const { to, due } = eventData(event);
  return `${who} reopened the case. Now ${stageTitle(service, String(to)).toLowerCase()}. Due ${dueDay(String(due))}`;
}

/** What an action did to the time of the case: each as a sentence without its full stop. */
function timeWords(event: StoredEvent): string {
  const { priority, moved, paused, resumed } = eventData(event);
  // Safe: this is what an acted event keeps under that name.
  const move = moved as DeadlineMove | undefined;
  return [
    typeof priority === "string" && `. Priority ${wordsOf(priority).toLowerCase()}`,
    resumed === true && ". The clock runs again",
    move !== undefined && `. Due ${dueDay(move.due)} in place of ${dueDay(move.was)}`,
    typeof paused === "string" && `. The clock is stopped: ${paused}`,
  ]
    .filter((words) => words !== false)
    .join("");
}

/** The last day of a deadline, which is an ISO instant. */
function dueDay(iso: string): string {
  return shortDay(lastDay(new Date(iso)));
}

function alarmWords(event: StoredEvent): string {
  const { of, due } = eventData(event);
  const what = `${of === "stage" ? "the stage" : "the case"} is due ${dueDay(String(due))}`;
  if (event.kind === "warned") return `Warning: ${what}`;
  const { to } = eventData(event);
  return `Late: ${what.replace(" is due ", " was due ")}. Told ${typeof to === "string" ? `those who are ${wordsOf(to).toLowerCase()}` : "the team"}`;
}

/** Everything that happened but notes, the newest first, each with who, when and by which channel. */
export function caseHistory(sheet: CaseSheet): Html {
  const entries = sheet.events.filter(({ kind }) => kind !== "noted").toReversed();
  return html`<ol class="govuk-list guildhall-history">${entries.map((event) => entry(sheet, event))}</ol>`;
}

function entry(sheet: CaseSheet, event: StoredEvent): Html {
  const { title, text = "" } = told(sheet, event);
  const words = event.salt === null && !WORDLESS.has(event.kind) ? "What was written here has been erased." : text;
  return html`<li class="guildhall-history__entry"><p class="govuk-body govuk-!-margin-bottom-1"><strong>${title}</strong></p>
${words !== "" && writtenWords(words)}${recordedThen(sheet, event)}${mailParts(event)}${event.kind !== "acted" && fileLinks(sheet, eventFiles(event))}<p class="govuk-hint govuk-!-margin-bottom-0">${moment(event.at)}, ${wayOf(event)}</p></li>`;
}

export function wayOf({ channel }: StoredEvent): string {
  return channel === "clock" ? "by itself" : CHANNELS[channel].toLowerCase();
}

function fileLinks({ item, files }: CaseSheet, ids: readonly string[]): Slot {
  return files
    .filter(({ id }) => ids.includes(id))
    .map(
      ({ id, name }) =>
        html`<p class="govuk-body govuk-!-margin-bottom-1"><a class="govuk-link" href="/desk/cases/${item.reference}/files/${id}">${name}</a></p>`,
    );
}

/** What was done since a page was opened, for an officer whose page was out of date. */
export function changedSince(sheet: CaseSheet, seen: number): Slot {
  const later = sheet.events.filter(({ number }) => number > seen);
  if (later.length === 0) return undefined;
  const lines = later.map((event) => html`<li>${told(sheet, event).title} (${moment(event.at)})</li>`);
  return insetText({
    html: html`<p class="govuk-body">Since you opened the page:</p><ul class="govuk-list govuk-list--bullet">${lines}</ul>`,
  });
}

/** Whether every event is as it was written, in order, and none is missing. */
export function chainWords({ item, events }: CaseSheet): string {
  const broken = firstBroken(item.council, events);
  if (broken === undefined) return `The history is unbroken: all ${events.length} entries are as they were written.`;
  return `Entry ${broken} of the history is not as it was written, or one before it is missing. Tell your administrator.`;
}
