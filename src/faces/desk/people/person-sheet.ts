import type { Case } from "../../../cases/case.ts";
import { plannedFor } from "../../../cases/requests/request.ts";
import type { PastCall } from "../../../contact/calls.ts";
import { callsOfRecord } from "../../../contact/calls.ts";
import type { OpenDraft } from "../../../contact/person-drafts.ts";
import { draftsOfRecord } from "../../../contact/person-drafts.ts";
import { mergedInto, sameRecords } from "../../../contact/people-store.ts";
import type { PersonRecord } from "../../../contact/person.ts";
import { casesOfRecord, maybeCases } from "../../../contact/person-sheet.ts";
import type { Context } from "../../../context.ts";
import { messagesOfCases } from "../../../messages/message-store.ts";
import type { Desk } from "../desk.ts";
import { askerOf } from "./asker.ts";
import type { TheirMessage, WaitingRequest } from "./person-parts.ts";
import { servicesSeen } from "./services-seen.ts";

/** A person with all that a page shows of them. */
export interface PersonSheet {
  readonly person: PersonRecord;
  readonly cases: readonly Case[];
  /** Cases that may be theirs too. */
  readonly maybe: readonly Case[];
  /** Other records that may be the same person. */
  readonly alike: readonly PersonRecord[];
  /** Records that were merged into this one. */
  readonly merged: readonly PersonRecord[];
  readonly drafts: readonly OpenDraft[];
  readonly waiting: readonly WaitingRequest[];
  readonly messages: readonly TheirMessage[];
  readonly calls: readonly PastCall[];
}

/** Reads what a person's page shows: six statements, and a seventh for the messages where there are cases. */
export async function sheetOf(context: Context, desk: Desk, person: PersonRecord): Promise<PersonSheet> {
  const [asker, { database }] = [askerOf(desk), context];
  const services = servicesSeen(context, desk);
  const [cases, maybe, alike, merged, drafts, calls] = await Promise.all([
    casesOfRecord(database, asker, person.id),
    maybeCases(database, asker, person),
    sameRecords(database, asker, person, person.id),
    mergedInto(database, asker, person.id),
    draftsOfRecord(database, asker.council, person, services),
    callsOfRecord(database, asker.council, person.id, asker.sight, services),
  ]);
  const [waiting, messages] = await Promise.all([waitingOf(context, cases), messagesTo(context, asker.council, cases)]);
  return { person, cases, maybe, alike, merged, drafts, waiting, messages, calls };
}

async function waitingOf(context: Context, cases: readonly Case[]): Promise<readonly WaitingRequest[]> {
  const found = await Promise.all(
    cases.map(async (item) => {
      const service = await context.councils.version(item.council, item.service, item.version);
      const requests = service === undefined || item.closedAt !== null ? [] : (item.requests ?? []);
      return requests.flatMap((request, index): readonly WaitingRequest[] => {
        if (request.state !== "open" || service === undefined) return [];
        const ask = plannedFor(service, request)?.ask ?? "What an officer asked in their own words";
        return [{ reference: item.reference, number: index + 1, ask, day: request.day }];
      });
    }),
  );
  return found.flat();
}

async function messagesTo(context: Context, council: string, cases: readonly Case[]): Promise<readonly TheirMessage[]> {
  if (cases.length === 0) return [];
  const references = new Map(cases.map(({ id, reference }) => [id, reference]));
  const found = await messagesOfCases(context.database, council, [...references.keys()]);
  return found.flatMap((message) => {
    const reference = references.get(message.caseId ?? "");
    return reference === undefined ? [] : [{ reference, message }];
  });
}
