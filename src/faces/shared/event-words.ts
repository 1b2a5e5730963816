import type { StoredEvent } from "../../cases/event.ts";
import type { Html } from "../../components/html.ts";
import { html } from "../../components/html.ts";

/** A text of an event's personal part; empty where it has none, or the person was erased. */
export function eventText(event: StoredEvent, name: string): string {
  const text = event.personal?.[name];
  return typeof text === "string" ? text : "";
}

/** What an event keeps. Its shape follows from the event's kind (src/cases/event.ts). */
export function eventData(event: StoredEvent): Readonly<Record<string, unknown>> {
  // Safe: every kind of event keeps an object, and a field that is not there reads as undefined.
  return event.data as Readonly<Record<string, unknown>>;
}

/** The ids of the files that came with an event. */
export function eventFiles(event: StoredEvent): readonly string[] {
  const { files } = eventData(event);
  return Array.isArray(files) ? files.map(String) : [];
}

/** What somebody wrote, with their line breaks. */
export function writtenWords(text: string): Html {
  return html`<p class="govuk-body govuk-!-margin-bottom-1 guildhall-words">${text}</p>`;
}
