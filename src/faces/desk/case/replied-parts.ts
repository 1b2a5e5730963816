import type { StoredEvent } from "../../../cases/event.ts";
import type { RefusedFile } from "../../../cases/replied-event.ts";
import { details } from "../../../components/details.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { CHANNELS, isChannel } from "../../../councils/council.ts";
import { shortDay } from "../../shared/dates.ts";
import { eventData, eventText, writtenWords } from "../../shared/event-words.ts";

/** That the person wrote, and how it came to the case. */
export function repliedWords(event: StoredEvent, who: string): string {
  const { said, another } = eventData(event);
  if (typeof said === "string") {
    const way = isChannel(event.channel) ? ` by ${CHANNELS[event.channel].toLowerCase()}` : "";
    return `The person said${way} on ${shortDay(said)}, written down by ${who}`;
  }
  return another === true ? "Somebody wrote to us from another address" : "The person wrote to us";
}

/** What an officer should know of an email: whose address it came from, which of its files were not kept, and what it quoted. */
export function mailParts(event: StoredEvent): Slot {
  if (event.kind !== "replied" || event.personal === null) return undefined;
  const from = eventText(event, "from");
  const original = eventText(event, "original");
  const another =
    eventData(event)["another"] === true &&
    html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>From another address${from !== "" && `: ${from}`}.</strong> Make sure that it is the person before you rely on it.</p>`;
  const left = refusedIn(event).map(
    ({ name, why }) => html`<p class="govuk-body govuk-!-margin-bottom-1 guildhall-words">Not kept: ${name}. ${why}.</p>`,
  );
  const whole = original !== "" && details({ summaryText: "The whole email, with what it quotes", html: writtenWords(original) });
  return html`${another}${left}${whole}`;
}

function refusedIn({ personal }: StoredEvent): readonly RefusedFile[] {
  const refused = personal?.["refused"];
  // Safe: the event of an email holds a list of these under that name, and nothing else.
  return Array.isArray(refused) ? (refused as RefusedFile[]) : [];
}
