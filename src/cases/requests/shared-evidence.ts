import type { Queries } from "../../platform/database.ts";
import { statement } from "../../platform/statement.ts";
import type { Case } from "../case.ts";
import type { StoredEvent } from "../event.ts";
import type { Request } from "./request-event.ts";

// Behind one email address there are few cases with anything shared, and what is older than so many answers is not shown.
const sharedEvidence = statement(
  "shared-evidence",
  `select c.id, c.reference, c.service, c.team, c.version, c.person->>'name' as name, c.requests, e.number, e.kind, e.at, e.data, e.personal
  from cases c join events e on e.council = c.council and e.case_id = c.id and e.kind = 'answered'
  where c.council = $1 and c.person_email = $2 and c.id <> $3 and c.requests @> '[{"shared": true}]' order by e.at desc limit 50`,
);

/** An answer of another case, of which the person agreed that other services see what was accepted. */
export interface SharedAnswer extends Pick<StoredEvent, "number" | "kind" | "at" | "data" | "personal"> {
  /** The case. */
  readonly id: string;
  readonly reference: string;
  readonly service: string;
  readonly team: string;
  readonly version: number;
  /** Under which name it was sent: an email address alone says little. */
  readonly name: string | null;
  readonly requests: readonly Request[];
}

/** What the person of a case agreed to share, from their other cases: by email address, and nothing where there is none. One statement. */
export function sharedWith(within: Queries, { council, id, person }: Case): Promise<readonly SharedAnswer[]> {
  if (person.email === null) return Promise.resolve([]);
  return within.query<SharedAnswer>(sharedEvidence, [council, person.email.toLowerCase(), id]);
}
