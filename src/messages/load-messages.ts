import type { CaseRow, EventRow } from "../cases/case-row.ts";
import { caseFrom } from "../cases/case-row.ts";
import { CASE_COLUMNS } from "../cases/case-store.ts";
import type { Case } from "../cases/case.ts";
import type { Council } from "../councils/council.ts";
import type { Councils } from "../councils/councils.ts";
import type { MessageTemplate, PublishedService } from "../definition/service.ts";
import { dayOf } from "../platform/clock.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { LoadMessages, MessageRequest, OutgoingMessage } from "./deliver.ts";
import type { MessageValues } from "./message.ts";
import { fillMessage } from "./message.ts";

const casesToTell = statement("cases-to-tell", `select ${CASE_COLUMNS} from cases where council = $1 and id = any($2::uuid[])`);
const eventsToTell = statement(
  "events-to-tell",
  `select e.case_id, e.number, e.kind, e.data, e.personal from events e
  join unnest($2::uuid[], $3::integer[]) as w(case_id, number) on e.case_id = w.case_id and e.number = w.number where e.council = $1`,
);

/** An officer's own words to the person of a case. */
const WRITTEN: MessageTemplate = {
  subject: "A message about {service}: {reference}",
  body: "Dear {name},\n\n{message}\n\nYour reference is {reference}.\n\nYou can answer, and see where it stands, at {link}",
};

type TellingRow = Pick<EventRow, "case_id" | "number" | "data" | "personal">;
type TellingEvent = Pick<EventRow, "data" | "personal">;

const longDay = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });

function dayInWords(due: Date): string {
  return longDay.format(new Date(`${dayOf(new Date(due.getTime() - 1))}T00:00:00Z`)).replace(",", "");
}

function personal(event: TellingEvent, name: string): string {
  const text = event.personal?.[name];
  return typeof text === "string" ? text : "";
}

function valuesOf(site: string, service: PublishedService, item: Case, event: TellingEvent): MessageValues {
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

function recipientOf(item: Case): string {
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
  item: Case,
  event: TellingEvent,
): OutgoingMessage | null {
  const words = template === "written" ? WRITTEN : service.messages.get(template);
  if (words === undefined || item.tellBy === "none") return null;
  const filled = fillMessage(words, valuesOf(site, service, item, event), signatureOf(council));
  return { ...filled, way: item.tellBy, recipient: recipientOf(item) };
}

/** Makes the words of messages from the events they tell of: two statements for a batch. `siteOf` is the address people know the council by. */
export function messageLoader(councils: Councils, siteOf: (council: Council) => string): LoadMessages {
  const one = async (council: Council, request: MessageRequest, item?: Case, event?: TellingEvent): Promise<OutgoingMessage | null> => {
    if (item === undefined || event === undefined) return null;
    const service = await councils.version(council.id, item.service, item.version);
    return service === undefined ? null : outgoingMessage(siteOf(council), council, service, request.template, item, event);
  };
  return async (within, councilId, requests) => {
    const council = councils.get(councilId);
    if (council === undefined) return requests.map(() => null);
    const { cases, events } = await read(within, councilId, requests);
    return Promise.all(
      requests.map((request) => one(council, request, cases.get(request.case), events.get(`${request.case}:${request.event}`))),
    );
  };
}

async function read(within: Queries, council: string, requests: readonly MessageRequest[]) {
  const ids = requests.map((request) => request.case);
  const rows = await within.query<CaseRow>(casesToTell, [council, ids]);
  const told = await within.query<TellingRow>(eventsToTell, [council, ids, requests.map(({ event }) => event)]);
  return {
    cases: new Map(rows.map((row) => [row.id, caseFrom(row)])),
    events: new Map(told.map((event) => [`${event.case_id}:${event.number}`, event])),
  };
}
