import type { Channel } from "../councils/council.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import { PERSON_COLUMNS } from "./people-columns.ts";
import type { PersonRecord } from "./person.ts";

const journeyOf = statement(
  "journey-person",
  `select j.officer, j.channel, j.call, ${PERSON_COLUMNS} from person_journeys j left join people p on p.council = j.council and p.id = j.person
  where j.council = $1 and j.submission = $2`,
);
// Whoever goes on with it now is the one on the telephone: the officer before them no longer may.
const goOn = statement(
  "journey-go-on",
  `insert into person_journeys (council, submission, person, officer, how, channel, call, at) values ($1, $2, $3, $4, 'agreed', $5, $6, $7)
  on conflict (council, submission) do update set person = coalesce(person_journeys.person, excluded.person), officer = excluded.officer,
    how = 'agreed', channel = excluded.channel, call = coalesce(excluded.call, person_journeys.call), at = excluded.at
  where person_journeys.council = $1`,
);

/** Whose a journey is said to be, and who goes on with it. */
export interface JourneyPerson {
  readonly officer: string;
  readonly channel: Channel | null;
  readonly person: PersonRecord | undefined;
}

type Row = Omit<JourneyPerson, "person"> & { readonly call: string | null } & {
  readonly [Column in keyof PersonRecord]: PersonRecord[Column] | null;
};

/** Undefined where nobody said anything of it. */
export async function journeyPerson(within: Queries, council: string, draft: string): Promise<JourneyPerson | undefined> {
  const [row] = await within.query<Row>(journeyOf, [council, draft]);
  if (row === undefined) return undefined;
  const { officer, channel, id, name, email, phone, address, postcode, mergedInto } = row;
  if (id === null || name === null) return { officer, channel, person: undefined };
  return { officer, channel, person: { id, name, email, phone, address: address ?? [], postcode, mergedInto } };
}

/** Lets an officer go on with a journey that somebody else began, because its person agreed. */
export async function goOnFor(
  within: Queries,
  council: string,
  going: {
    readonly submission: string;
    readonly person: string | null;
    readonly officer: string;
    readonly channel: Channel;
    readonly call: string | null;
    readonly at: Date;
  },
): Promise<void> {
  const { submission, person, officer, channel, call, at } = going;
  await within.execute(goOn, [council, submission, person, officer, channel, call, at]);
}
