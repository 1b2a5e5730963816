import type { CaseRow, EventRow } from "../cases/case-row.ts";
import type { Case } from "../cases/case.ts";
import type { Council } from "../councils/council.ts";
import type { Councils } from "../councils/councils.ts";
import type { MessageTemplate, PublishedService } from "../definition/service.ts";
import { dayOf } from "../platform/clock.ts";
import { statement } from "../platform/statement.ts";
import type { LoadMessages, OutgoingMessage } from "./deliver.ts";
import type { MessageValues } from "./message.ts";
import { fillMessage } from "./message.ts";

// What was submitted is in no message; reading it is most of what reading an event costs.
const eventsToTell = statement(
  "events-to-tell",
  `select c.id, c.reference, c.service, c.version, c.stage, c.person, c.tell_by, c.due_at, e.number,
    case e.kind when 'submitted' then '{}' else e.data end as data, case e.kind when 'submitted' then null else e.personal end as personal
  from unnest($2::uuid[], $3::integer[]) as w(case_id, number)
  join cases c on c.council = $1 and c.id = w.case_id
  join events e on e.council = $1 and e.case_id = w.case_id and e.number = w.number`,
);

/** An officer's own words to the person of a case. */
const WRITTEN: MessageTemplate = {
  subject: "A message about {service}: {reference}",
  body: "Dear {name},\n\n{message}\n\nYour reference is {reference}.\n\nYou can answer, and see where it stands, at {link}",
};

type TellingEvent = Pick<EventRow, "data" | "personal">;
type TellingRow = Pick<CaseRow, "id" | "reference" | "service" | "version" | "stage" | "person" | "tell_by" | "due_at"> &
  TellingEvent & { readonly number: number };
/** What of a case goes into a message. */
type TellingCase = Pick<Case, "reference" | "stage" | "person" | "tellBy" | "dueAt">;

const longDay = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });

function dayInWords(due: Date): string {
  return longDay.format(new Date(`${dayOf(new Date(due.getTime() - 1))}T00:00:00Z`)).replace(",", "");
}

function personal(event: TellingEvent, name: string): string {
  const text = event.personal?.[name];
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
    who: personal(event, "name"),
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

/** Makes the words of messages from the events they tell of: one statement for a batch. `siteOf` is the address people know the council by. */
export function messageLoader(councils: Councils, siteOf: (council: Council) => string): LoadMessages {
  const one = async (council: Council, template: string, row: TellingRow | undefined): Promise<OutgoingMessage | null> => {
    if (row === undefined) return null;
    const service = await councils.version(council.id, row.service, row.version);
    if (service === undefined) return null;
    const item = { reference: row.reference, stage: row.stage, person: row.person, tellBy: row.tell_by, dueAt: row.due_at };
    return outgoingMessage(siteOf(council), council, service, template, item, row);
  };
  return async (within, councilId, requests) => {
    const council = councils.get(councilId);
    if (council === undefined) return requests.map(() => null);
    const rows = await within.query<TellingRow>(eventsToTell, [
      councilId,
      requests.map((request) => request.case),
      requests.map(({ event }) => event),
    ]);
    const told = new Map(rows.map((row) => [`${row.id}:${row.number}`, row]));
    return Promise.all(requests.map((request) => one(council, request.template, told.get(`${request.case}:${request.event}`))));
  };
}
