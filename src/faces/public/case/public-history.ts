import type { Case } from "../../../cases/case.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import { requestOf } from "../../../cases/requests/own-words.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { FileRow } from "../../../platform/files/file-rows.ts";
import { confirmerName } from "../../shared/confirmers.ts";
import { requestTitle } from "../../shared/request-plan.ts";
import type { PageWords } from "../../../language/page-words.ts";
import { dayOf } from "../../../platform/clock.ts";
import { firstSent } from "../../../cases/together/tie.ts";
import type { Visit } from "../../shared/visit.ts";
import { longDay, moment } from "../../shared/dates.ts";
import { eventData, eventFiles, eventText, writtenWords } from "../../shared/event-words.ts";

interface Told {
  readonly title: string;
  readonly text?: string;
  readonly files?: readonly string[];
}

/** The history in plain words, newest first, without what is the council's own: notes, and who took the case. */
export function publicHistory(
  visit: Visit,
  service: PublishedService,
  item: Case,
  events: readonly StoredEvent[],
  files: readonly FileRow[],
): Html {
  const entries = events.toReversed().map((event) => {
    const told = requestTold(visit.words, event, askedIn(service, item, events, event)) ?? toldOf(visit, service, item, event);
    return told && entry(moment(event.at, visit.language), told, links(item, told.files ?? [], files));
  });
  return html`<ol class="govuk-list guildhall-history">${entries}</ol>`;
}

/** What the request of an event asks, in a few words. */
function askedIn(service: PublishedService, { requests }: Case, events: readonly StoredEvent[], event: StoredEvent): string {
  const number = Number(requestOf(event));
  return requestTitle(service, requests?.[number - 1], number, events);
}

function requestTold(words: PageWords, event: StoredEvent, what: string): Told | undefined {
  switch (event.kind) {
    case "requested":
      return { title: words.eventRequested(what), text: eventText(event, "reason") };
    case "answered":
      return { title: words.eventAnswered(what), files: eventFiles(event) };
    case "request-reminded":
      return { title: words.eventReminded(what) };
    case "request-lapsed":
      return { title: words.eventLapsed(what) };
    case "request-withdrawn":
      return { title: words.eventWithdrawn(what) };
    case "unshared":
      return { title: words.eventUnshared(what) };
    case "reviewed":
      return {
        title: eventData(event)["verdict"] === "accepted" ? words.eventAccepted(what) : words.eventRejected(what),
        text: eventText(event, "reason"),
      };
    default:
      return undefined;
  }
}

function toldOf({ words, language }: Visit, service: PublishedService, item: Case, event: StoredEvent): Told | undefined {
  switch (event.kind) {
    case "submitted":
      return {
        title: firstSent(item) === item.openedAt ? words.eventSent : words.eventMovedHere(longDay(dayOf(firstSent(item)), language)),
      };
    case "merged":
      return eventData(event)["again"] === true ? undefined : { title: words.eventMerged };
    case "unmerged":
      return { title: words.eventUnmerged };
    case "told":
      return { title: words.eventTold, text: eventText(event, "text") };
    case "expected":
      return { title: words.eventExpected(longDay(String(eventData(event)["day"]), language)), text: eventText(event, "text") };
    case "corrected":
      return { title: words.eventCorrected(service.questions.get(String(eventData(event)["question"]))?.ask ?? "") };
    case "replied":
      return { title: words.eventReplied, text: eventText(event, "text"), files: eventFiles(event) };
    case "confirmed":
      return { title: words.eventConfirmed(confirmerName(service, item, event, { words })) };
    case "disputed":
      return { title: words.eventDisputed(confirmerName(service, item, event, { words })) };
    case "asked":
      return { title: words.eventAsked(confirmerName(service, item, event, { words })) };
    case "reopened":
      return { title: words.eventReopened, text: eventText(event, "reason") };
    case "acted": {
      const stage = service.case.stages.get(String(eventData(event)["to"]));
      return { title: stage?.title ?? words.eventMoved, text: eventText(event, "reason") };
    }
    default:
      return undefined;
  }
}

function entry(at: string, { title, text = "" }: Told, files: Slot): Html {
  return html`<li class="guildhall-history__entry"><p class="govuk-body govuk-!-margin-bottom-1"><strong>${title}</strong></p>
${text !== "" && writtenWords(text)}${files}<p class="govuk-hint govuk-!-margin-bottom-0">${at}</p></li>`;
}

function links(item: Case, ids: readonly string[], files: readonly FileRow[]): Slot {
  return ids.map((id) => {
    const file = files.find((one) => one.id === id);
    return (
      file &&
      html`<p class="govuk-body govuk-!-margin-bottom-1"><a class="govuk-link" href="/cases/${item.reference}/files/${id}">${file.name}</a></p>`
    );
  });
}
