import { searchName } from "../cases/case-row.ts";
import type { Case } from "../cases/case.ts";
import type { FoundPeople } from "./find-people.ts";
import type { PersonRecord } from "./person.ts";
import { phoneSearch } from "./typed-person.ts";

/** One person, as far as what was found tells: a record with what is known to be theirs, or cases that name the same. */
export interface FoundPerson {
  readonly record: PersonRecord | undefined;
  /** The newest first. */
  readonly cases: readonly Case[];
  /** Cases that name the same email address, or the same name and postcode, and are not known to be theirs. */
  readonly maybe: readonly Case[];
}

type Named = Pick<PersonRecord, "email" | "postcode"> & { readonly name: string | null };

/** What makes two the same: the email address, or the name with the postcode. Undefined where neither is known. */
export function sameness({ email, name, postcode }: Named): readonly string[] {
  const keys: string[] = [];
  if (email !== null) keys.push(`email ${email.toLowerCase()}`);
  if (name !== null && postcode !== null) keys.push(`name ${searchName(name)} ${postcode}`);
  return keys;
}

/** Whether two may be one person: the same email address, telephone number, or name and postcode. */
export function areAlike(one: Named & { readonly phone: string | null }, other: Named & { readonly phone: string | null }): boolean {
  const phone = one.phone === null ? null : phoneSearch(one.phone);
  const own = new Set(sameness(one));
  return (phone !== null && other.phone !== null && phoneSearch(other.phone) === phone) || sameness(other).some((key) => own.has(key));
}

/** Groups what was found by person. A case with an email address goes by that alone, as its name may be that of somebody else who lives there. Pure. */
export function groupPeople({ cases, records }: FoundPeople): readonly FoundPerson[] {
  const known = new Set(records.map(({ id }) => id));
  const loose = cases.filter(({ known: person }) => person === null || !known.has(person)).map(({ item }) => item);
  const taken = new Set<string>();
  const recorded = records.map((record): FoundPerson => {
    const own = new Set(sameness(record));
    const maybe = loose.filter((item) => sameness(item.person).some((key) => own.has(key)));
    for (const { id } of maybe) taken.add(id);
    return { record, cases: cases.flatMap(({ item, known: person }) => (person === record.id ? [item] : [])), maybe };
  });
  const rest = Map.groupBy(
    loose.filter(({ id }) => !taken.has(id)),
    (item) => sameness(item.person)[0] ?? item.id,
  );
  return [...recorded, ...[...rest.values()].map((own): FoundPerson => ({ record: undefined, cases: own, maybe: [] }))];
}
