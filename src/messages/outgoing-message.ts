import type { Case } from "../cases/case.ts";
import type { CaseEvent } from "../cases/event.ts";
import type { Council } from "../councils/council.ts";
import type { MessageTemplate, PublishedService } from "../definition/service.ts";
import { dayOf } from "../platform/clock.ts";
import type { MessageValues, OutgoingMessage } from "./message.ts";
import { fillMessage } from "./message.ts";

/** An officer's own words to the person of a case. */
const WRITTEN: MessageTemplate = {
  subject: "A message about {service}: {reference}",
  body: "Dear {name},\n\n{message}\n\nYour reference is {reference}.\n\nYou can answer, and see where it stands, at {link}",
};

/** What of an event goes into a message. */
type TellingEvent = Pick<CaseEvent, "data" | "personal">;
/** What of a case goes into a message. */
type TellingCase = Pick<Case, "reference" | "stage" | "person" | "tellBy" | "dueAt">;

const longDay = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });

function dayInWords(due: Date): string {
  return longDay.format(new Date(`${dayOf(new Date(due.getTime() - 1))}T00:00:00Z`)).replace(",", "");
}

function personal(event: TellingEvent, name: string): string {
  // Safe: which words an event has depends on its kind, and a message leaves out what is not there.
  const text = (event.personal as Readonly<Record<string, unknown>> | null)?.[name];
  return typeof text === "string" ? text : "";
}

function valuesOf(site: string, service: PublishedService, item: TellingCase, event: TellingEvent): MessageValues {
  // Safe: the event of an action says where it led; any other event tells of the stage the case is in.
  const to = (event.data as { readonly to?: string }).to ?? item.stage;
  const stage = service.case.stages.get(to);
  return {
    name: item.person.name ?? "Sir or Madam",
    reference: item.reference,
    service: service.title,
    stage: stage?.title ?? "",
    says: stage?.says ?? "",
    next: stage?.next ?? "",
    due: stage?.closed === true ? "" : dayInWords(item.dueAt),
    reason: personal(event, "reason"),
    message: personal(event, "text"),
    link: `${site}/cases`,
  };
}

function signatureOf(council: Council): readonly string[] {
  return [council.name, council.contact.phone];
}

function recipientOf(item: TellingCase): string {
  if (item.tellBy === "email") return item.person.email ?? "";
  return [item.person.name, ...item.person.address].filter(Boolean).join("\n");
}

/**
 * The message that tells of an event, in the words of a template of the case's version of its service; null where there is nobody to tell or
 * no such template. `item` is the case as it stands after the event, and `site` the address people know the council by.
 */
export function outgoingMessage(
  site: string,
  council: Council,
  service: PublishedService,
  template: string,
  item: TellingCase,
  event: TellingEvent,
): OutgoingMessage | null {
  const words = template === "written" ? WRITTEN : service.messages.get(template);
  if (words === undefined || item.tellBy === "none") return null;
  const filled = fillMessage(words, valuesOf(site, service, item, event), signatureOf(council));
  return { ...filled, way: item.tellBy, recipient: recipientOf(item) };
}
