import type { Asker, PersonRecord } from "../../../contact/person.ts";
import { personRecord } from "../../../contact/people-store.ts";
import type { Context } from "../../../context.ts";
import { sightOf } from "../../../people/rights.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { isUuid } from "../../../platform/ids.ts";
import type { Desk } from "../desk.ts";

/** What an officer may see of people: one place, so that one rule holds for every page. */
export function askerOf({ visit, officer }: Desk): Asker {
  return { council: visit.council.id, sight: sightOf(officer, visit.council) };
}

/** Who says so, and when. */
export function doingOf({ officer, visit }: Desk): { readonly officer: string; readonly at: Date } {
  return { officer: officer.id, at: visit.now };
}

/** A person of an address. Throws `person-not-found`, for one whom the officer may not see as for none. */
export async function openedPerson(context: Context, desk: Desk, id: string): Promise<PersonRecord> {
  const person = isUuid(id) ? await personRecord(context.database, askerOf(desk), id) : undefined;
  if (person === undefined) throw refusal("person-not-found");
  return person;
}

export function personAddress(person: { readonly id: string }, place = ""): string {
  return `/desk/people/${person.id}${place}`;
}
