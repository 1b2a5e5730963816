import { KNOWN } from "../../../cases/identity-event.ts";
import type { Known } from "../../../cases/identity-event.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import { eventData } from "../../shared/event-words.ts";

/** What an officer asks for, as they say it. */
export const KNOWN_WORDS: Readonly<Record<Known, string>> = {
  name: "name",
  postcode: "postcode",
  born: "date of birth",
  reference: "reference",
  email: "email address",
  phone: "telephone number",
};

function listed(value: unknown): string {
  const keys = KNOWN.filter((key) => Array.isArray(value) && value.includes(key));
  return keys.map((key) => KNOWN_WORDS[key]).join(", ");
}

/** What came of a check of who somebody is, as the history says it. */
export function identifiedWords(event: StoredEvent, who: string): string {
  const { right, wrong, passed } = eventData(event);
  const said = [listed(right) && `right: ${listed(right)}`, listed(wrong) && `not right: ${listed(wrong)}`].filter(Boolean).join("; ");
  const what = passed === true ? "checked who the person is" : "could not be sure who the person is";
  return `${who} ${what}${said === "" ? "" : ` (${said})`}`;
}
