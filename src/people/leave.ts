import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

/** Days away, and who covers. Days are YYYY-MM-DD. */
export interface Leave {
  readonly id: string;
  readonly officer: string;
  readonly from: string;
  readonly to: string;
  readonly cover: string;
  readonly coverName: string;
}

const COLUMNS = `l.id, l.officer, l.from_day as "from", l.to_day as "to", l.cover, c.name as "coverName"`;

const ofOfficer = statement(
  "leaves-of-officer",
  `select ${COLUMNS} from leaves l join officers c on c.council = l.council and c.id = l.cover
  where l.council = $1 and l.officer = $2 and l.ended_at is null and l.to_day >= $3::date order by l.from_day limit 50`,
);
const coversOf = statement(
  "leaves-cover",
  `select l.cover from leaves l join officers c on c.council = l.council and c.id = l.cover and c.disabled_at is null
  where l.council = $1 and l.officer = $2 and l.ended_at is null and $3::date between l.from_day and l.to_day order by l.cover`,
);
// Two forms at once could each find the days free: the rows of both officers are locked, always in one order.
const lockBoth = statement("leaves-lock", "select id from officers where council = $1 and id = any($2::uuid[]) order by id for update");
const clash = statement(
  "leaves-clash",
  `select officer = $2 as own from leaves where council = $1 and officer in ($2, $3) and ended_at is null and from_day <= $5::date and to_day >= $4::date and id <> $6
  order by own desc limit 1`,
);
const addLeave = statement(
  "leave-add",
  `insert into leaves (council, id, officer, from_day, to_day, cover, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (council, id) do nothing`,
);
const endLeave = statement(
  "leave-end",
  "update leaves set ended_at = $4 where council = $1 and id = $2 and officer = $3 and ended_at is null",
);

/** The officer's leave that is not over on a day, the nearest first. */
export function leavesOf(within: Queries, council: string, officer: string, day: string): Promise<readonly Leave[]> {
  return within.query<Leave>(ofOfficer, [council, officer, day]);
}

/** The ids of those who cover the officer on a day; none while they are there. */
export async function coversOn(within: Queries, council: string, officer: string, day: string): Promise<readonly string[]> {
  return (await within.query<{ cover: string }>(coversOf, [council, officer, day])).map(({ cover }) => cover);
}

export interface NewLeave {
  /** The one-time key of the form. */
  readonly id: string;
  readonly officer: string;
  readonly from: string;
  readonly to: string;
  readonly cover: string;
  readonly madeBy: string;
  readonly at: Date;
}

/** Notes leave, within a transaction. `own`: they are away then already; `cover`: whoever should cover is. */
export async function takeLeave(within: Queries, council: string, leave: NewLeave): Promise<"taken" | "own" | "cover"> {
  const { id, officer, from, to, cover, madeBy, at } = leave;
  await within.query(lockBoth, [council, [officer, cover]]);
  const [found] = await within.query<{ own: boolean }>(clash, [council, officer, cover, from, to, id]);
  if (found !== undefined) return found.own ? "own" : "cover";
  await within.execute(addLeave, [council, id, officer, from, to, cover, madeBy, at]);
  return "taken";
}

/** Calls leave off. False where there is none, or it was called off before. */
export async function callOff(within: Queries, council: string, officer: string, id: string, now: Date): Promise<boolean> {
  return (await within.execute(endLeave, [council, id, officer, now])) > 0;
}
