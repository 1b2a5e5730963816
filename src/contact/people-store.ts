import { searchName } from "../cases/case-row.ts";
import type { Case } from "../cases/case.ts";
import { derivedUuid } from "../platform/ids.ts";
import { seen } from "../councils/sight.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import { PERSON_COLUMNS, seenBy } from "./people-columns.ts";
import type { Asker, PersonDetails, PersonRecord } from "./person.ts";
import { phoneSearch } from "./typed-person.ts";

const INSERT = `insert into people (council, id, name, email, phone, address, postcode, search, phone_search, by_hand, officer, created_at, updated_at)`;
const addPerson = statement(
  "people-add",
  `${INSERT} values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, true, $10, $11, $11) on conflict (council, id) do nothing`,
);
// The record and what it is made of are one statement. Only cases that the officer may see become its own; another's are offered to who may see them.
const makeOfCases = statement(
  "people-make-of-cases",
  `with made as (
    ${INSERT} values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, false, $10, $11, $11) on conflict (council, id) do nothing
  )
  insert into person_journeys (council, submission, person, officer, how, at)
  select $1, c.submission, $2, $10, 'same', $11 from cases c
  where c.council = $1 and ${seen("$12", "c.")} and c.erased_at is null
    and (c.id = $13 or c.person_email = $14 or ($14::text is null and c.person_search = $15 and c.person_postcode = $16))
  on conflict (council, submission) do nothing`,
);
const changeDetails = statement(
  "people-change",
  `update people set name = $3, email = $4, phone = $5, address = $6::jsonb, postcode = $7, search = $8, phone_search = $9, updated_at = $11
  where council = $1 and id = $2 and $10::uuid is not null`,
);
const personById = statement(
  "people-by-id",
  `select ${PERSON_COLUMNS} from people p where p.council = $1 and p.id = $3 and ${seenBy("$2")}`,
);
const personAlone = statement("people-for-archive", `select ${PERSON_COLUMNS} from people p where p.council = $1 and p.id = $2`);
const sameAsTyped = statement(
  "people-same-as",
  `select ${PERSON_COLUMNS} from people p where p.council = $1 and p.merged_into is null and p.id <> $7
    and (p.email = $3 or (p.search = $4 and p.postcode = $5) or p.phone_search = $6) and ${seenBy("$2")} order by p.created_at desc limit 20`,
);
const linkJourney = statement(
  "people-link-journey",
  `insert into person_journeys (council, submission, person, officer, how, at, call) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (council, submission) do nothing`,
);
// Both rows are locked in one order, so that two merges the other way round come after each other; the second then finds its record merged.
const lockPair = statement(
  "people-lock-pair",
  "select p.id, p.merged_into from people p where p.council = $1 and p.id = any($2::uuid[]) order by p.id for update",
);
const mergeInto = statement(
  "people-merge",
  "update people set merged_into = $3, merged_at = $4, merged_by = $5, updated_at = $4 where council = $1 and id = $2 and merged_into is null",
);
const undoMerge = statement(
  "people-undo-merge",
  "update people set merged_into = null, merged_at = null, merged_by = null, updated_at = $4 where council = $1 and id = $2 and merged_into = $3",
);
const mergedHere = statement(
  "people-merged-into",
  `select ${PERSON_COLUMNS} from people p where p.council = $1 and p.merged_into = $3 and ${seenBy("$2")} order by p.merged_at desc limit 50`,
);

/** Who does something to a record, and when. */
export interface Doing {
  readonly officer: string;
  readonly at: Date;
}

function columns(council: string, id: string, details: PersonDetails, { officer, at }: Doing): readonly unknown[] {
  const { name, email, phone, address, postcode } = details;
  const search = [searchName(name), phone === null ? null : phoneSearch(phone)];
  return [council, id, name, email, phone, JSON.stringify(address), postcode, ...search, officer, at];
}

/** Adds a person before any case, under the one-time key of the form. */
export async function addPersonRecord(within: Queries, council: string, id: string, details: PersonDetails, doing: Doing): Promise<void> {
  await within.execute(addPerson, columns(council, id, details, doing));
}

/** Puts right what a record says. What it said before is not kept. */
export async function changePerson(within: Queries, council: string, id: string, details: PersonDetails, doing: Doing): Promise<void> {
  await within.execute(changeDetails, columns(council, id, details, doing));
}

/** What a case says of its person, as a record would. */
export function detailsOf({ person }: Pick<Case, "person">): PersonDetails {
  const { name, email, phone, address, postcode } = person;
  const lines = address.filter((line) => line !== postcode);
  return { name: name ?? email ?? phone ?? "", email: email?.toLowerCase() ?? null, phone, address: lines, postcode };
}

/** Makes a record of the person whom a case names, with all of the officer's cases that name the same; gives its id, the same every time. */
export async function personOfCase(within: Queries, { council, sight }: Asker, item: Case, doing: Doing): Promise<string> {
  const details = detailsOf(item);
  const { email, postcode } = details;
  const search = item.person.name === null ? null : searchName(item.person.name);
  const from = email ?? (search === null || postcode === null ? item.id : `${search} ${postcode}`);
  const id = derivedUuid("person", council, from);
  await within.execute(makeOfCases, [...columns(council, id, details, doing), sight, item.id, email, search, postcode]);
  return id;
}

/** A record that the officer may see, merged or not. */
export async function personRecord(within: Queries, { council, sight }: Asker, id: string): Promise<PersonRecord | undefined> {
  return (await within.query<PersonRecord>(personById, [council, sight, id]))[0];
}

/** A record for work that was asked for by an officer who could see it. */
export async function personForArchive(within: Queries, council: string, id: string): Promise<PersonRecord | undefined> {
  return (await within.query<PersonRecord>(personAlone, [council, id]))[0];
}

/** Records with the same email address, telephone number, or name and postcode, but for one. */
export function sameRecords(
  within: Queries,
  { council, sight }: Asker,
  details: PersonDetails,
  not: string,
): Promise<readonly PersonRecord[]> {
  const { name, email, phone, postcode } = details;
  const values = [email, searchName(name), postcode, phone === null ? null : phoneSearch(phone), not];
  return within.query<PersonRecord>(sameAsTyped, [council, sight, ...values]);
}

/** Says that a journey, or the case that came of it, is a person's. What was said of it before stays. */
export async function linkToPerson(
  within: Queries,
  council: string,
  link: Doing & {
    readonly submission: string;
    readonly person: string | null;
    readonly how: "started" | "same";
    readonly call?: string | undefined;
  },
): Promise<boolean> {
  return (
    (await within.execute(linkJourney, [council, link.submission, link.person, link.officer, link.how, link.at, link.call ?? null])) === 1
  );
}

/** Merges one record into another, within a transaction. False where either was merged in the meantime: nothing goes in a ring. */
export async function mergePeople(within: Queries, council: string, from: string, into: string, { officer, at }: Doing): Promise<boolean> {
  if (from === into) return false;
  const pair = await within.query<{ merged_into: string | null }>(lockPair, [council, [from, into]]);
  if (pair.length !== 2 || pair.some(({ merged_into }) => merged_into !== null)) return false;
  return (await within.execute(mergeInto, [council, from, into, at, officer])) === 1;
}

/** Makes a merged record one of its own again. */
export async function unmergePeople(within: Queries, council: string, from: string, into: string, at: Date): Promise<boolean> {
  return (await within.execute(undoMerge, [council, from, into, at])) === 1;
}

/** Records that were merged into one. */
export function mergedInto(within: Queries, { council, sight }: Asker, id: string): Promise<readonly PersonRecord[]> {
  return within.query<PersonRecord>(mergedHere, [council, sight, id]);
}
