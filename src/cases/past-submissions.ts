import type { Answers } from "../answers/answer-type.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { SubmittedData } from "./event.ts";
import type { PastSubmission } from "./shadow.ts";

const firstEvents = statement(
  "first-events-of-service",
  `select c.id, c.reference, c.version, e.at, e.data, e.personal from cases c
  join events e on e.council = c.council and e.case_id = c.id and e.number = 1
  where c.council = $1 and c.service = $2 and ($3::integer is null or c.version = $3) and c.id > $4 order by c.id limit $5`,
);

interface FirstEventRow {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly at: Date;
  readonly data: SubmittedData;
  readonly personal: { readonly answers: Answers } | null;
}

/** A case's submission. Its answers are gone where the person was erased. */
export interface PastCase {
  readonly reference: string;
  readonly version: number;
  readonly submission: PastSubmission | undefined;
}

const BATCH = 500;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** The submissions of a service from the oldest, in batches; of one version where it is given. */
export async function* pastSubmissions(
  database: Queries,
  council: string,
  service: string,
  version: number | undefined,
): AsyncGenerator<readonly PastCase[]> {
  for (let after = FIRST_ID; ;) {
    const rows = await database.query<FirstEventRow>(firstEvents, [council, service, version ?? null, after, BATCH]);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(pastCase);
    after = last.id;
  }
}

function pastCase({ reference, version, at, data, personal }: FirstEventRow): PastCase {
  return { reference, version, submission: personal === null ? undefined : { at, data, answers: personal.answers } };
}
