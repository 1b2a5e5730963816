import type { Service } from "../../definition/service.ts";
import type { Queries } from "../../platform/database.ts";
import { statement } from "../../platform/statement.ts";
import type { Case } from "../case.ts";
import { messagesFor } from "../consequences.ts";
import type { CaseEvent, Happening } from "../event.ts";
import { idsOf } from "./tie.ts";

/** A duplicate, as far as its person is told with its main case's. */
export type Follower = Pick<Case, "id" | "reference" | "person" | "tellBy">;

// In the order in which they came in.
const followersById = statement(
  "followers-of-cases",
  `select id, reference, person, tell_by as "tellBy" from cases where council = $1 and id = any($2::uuid[]) and tell_by <> 'none' order by id`,
);

/** The duplicates of cases that moved, whose people are told of it: none, and no statement, where no case moved or has any. */
export async function followersOf(
  within: Queries,
  cases: readonly Case[],
  happenings: readonly Pick<Happening, "kind">[],
): Promise<readonly Follower[]> {
  const ids = cases.flatMap((item, index) => (happenings[index]?.kind === "acted" ? idsOf(item, "duplicate") : []));
  const [first] = cases;
  return first === undefined || ids.length === 0 ? [] : within.query<Follower>(followersById, [first.council, ids]);
}

/**
 * The messages to the people of a case's duplicates, in the words that its own person gets, but with their own reference and without what an officer
 * wrote to that person. Each is a message of their own case.
 */
export function followersTold<Row extends { readonly cause: string }>(
  tell: (item: Case, event: CaseEvent, template: string) => Row | null,
  service: Service,
  item: Case,
  event: CaseEvent,
  followers: readonly Follower[],
): readonly Row[] {
  if (event.kind !== "acted" || followers.length === 0) return [];
  const plain = { ...event, personal: { reason: "" } };
  const templates = messagesFor(service, item, event);
  return followers.flatMap(({ id, reference, person, tellBy }) =>
    templates.flatMap((template) => {
      const row = tell({ ...item, reference, person, tellBy, requests: null, recorded: null }, plain, template);
      return row === null ? [] : [{ ...row, case_id: id, cause: `${row.cause}:${id}` }];
    }),
  );
}
