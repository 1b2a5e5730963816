import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { writtenWords } from "../../shared/event-words.ts";

/** What an officer typed into a box that is there no more, because somebody else was quicker: shown, to be used elsewhere. */
export function keptWords(typed: string): Slot {
  return typed.trim() !== "" && insetText({ html: html`<p class="govuk-body">You typed:</p>${writtenWords(typed)}` });
}
