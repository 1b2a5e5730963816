import type { Case } from "../../../cases/case.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { FileRow } from "../../../platform/files/file-rows.ts";
import { confirmerName } from "../../shared/confirmers.ts";
import { moment } from "../../shared/dates.ts";
import { eventData, eventFiles, eventText, writtenWords } from "../../shared/event-words.ts";

interface Told {
  readonly title: string;
  readonly text?: string;
  readonly files?: readonly string[];
}

/** The history in plain words, newest first, without what is the council's own: notes, and who took the case. */
export function publicHistory(service: PublishedService, item: Case, events: readonly StoredEvent[], files: readonly FileRow[]): Html {
  const entries = events.toReversed().map((event) => {
    const told = toldOf(service, item, event);
    return told && entry(event.at, told, links(item, told.files ?? [], files));
  });
  return html`<ol class="govuk-list guildhall-history">${entries}</ol>`;
}

function toldOf(service: PublishedService, item: Case, event: StoredEvent): Told | undefined {
  switch (event.kind) {
    case "submitted":
      return { title: "You sent it to us" };
    case "told":
      return { title: "We wrote to you", text: eventText(event, "text") };
    case "replied":
      return { title: "You wrote to us", text: eventText(event, "text"), files: eventFiles(event) };
    case "confirmed":
      return { title: `${confirmerName(service, item, event)} confirmed` };
    case "disputed":
      return { title: `${confirmerName(service, item, event)} told us that something is not right` };
    case "asked":
      return { title: `We sent ${confirmerName(service, item, event)} a new link` };
    case "acted": {
      const stage = service.case.stages.get(String(eventData(event)["to"]));
      return { title: stage?.title ?? "We moved it on", text: eventText(event, "reason") };
    }
    default:
      return undefined;
  }
}

function entry(at: Date, { title, text = "" }: Told, files: Slot): Html {
  return html`<li class="guildhall-history__entry"><p class="govuk-body govuk-!-margin-bottom-1"><strong>${title}</strong></p>
${text !== "" && writtenWords(text)}${files}<p class="govuk-hint govuk-!-margin-bottom-0">${moment(at)}</p></li>`;
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
