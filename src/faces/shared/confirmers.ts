import type { Case } from "../../cases/case.ts";
import type { Confirmation } from "../../cases/confirmation.ts";
import { confirmersOf } from "../../cases/confirmation.ts";
import type { StoredEvent } from "../../cases/event.ts";
import type { Html } from "../../components/html.ts";
import { html } from "../../components/html.ts";
import { tag } from "../../components/tag.ts";
import type { Service } from "../../definition/service.ts";
import type { Language } from "../../language/language.ts";
import { PAGE_WORDS, type PageWords } from "../../language/page-words.ts";
import { moment } from "./dates.ts";
import { eventData } from "./event-words.ts";

/** Somebody who must confirm a case, and where they stand. */
export interface Confirmer {
  /** From 1, as they are named. */
  readonly person: number;
  readonly name: string;
  readonly email: string;
  readonly standing: Confirmation;
}

/** All who must confirm a case, as they are named; nobody where nobody must. */
export function confirmersIn(service: Service, item: Case): readonly Confirmer[] {
  const people = confirmersOf(service, item.answers);
  return (item.confirmations ?? []).map((standing, index) => {
    const { name, email } = people[index] ?? { name: "", email: "" };
    return { person: index + 1, name: name === "" ? `Person ${index + 1}` : name, email, standing };
  });
}

const COLOURS: Readonly<Record<Confirmation["state"], string>> = {
  waiting: "govuk-tag--yellow",
  confirmed: "govuk-tag--green",
  disputed: "govuk-tag--red",
};

interface Reader {
  readonly language: Language;
  readonly words: Pick<PageWords, "confirmStates" | "somebody">;
}

const ENGLISH: Reader = { language: "en", words: PAGE_WORDS.en };

/** How somebody stands, and since when they have answered. */
export function confirmerState({ standing: { state, at } }: Confirmer, { language, words }: Reader = ENGLISH): Html {
  const since = at !== null && html` <span class="guildhall-small">${moment(new Date(at), language)}</span>`;
  return html`${tag({ text: words.confirmStates[state], classes: COLOURS[state] })}${since}`;
}

/** The name of the one whom an event is about. */
export function confirmerName(service: Service, item: Case, event: StoredEvent, { words }: Pick<Reader, "words"> = ENGLISH): string {
  const { person } = eventData(event);
  return confirmersIn(service, item).find((one) => one.person === person)?.name ?? words.somebody;
}
