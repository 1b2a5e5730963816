import type { EventRow } from "../cases/case-row.ts";
import { eventFrom } from "../cases/case-row.ts";
import { CHAIN_START, fitsChain } from "../cases/event.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

const AT_ONCE = 500;
const EVENTS_AT_ONCE = 1000;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

const headsOfCases = statement(
  "audit-heads",
  `select id, reference, event_count, head from cases where council = $1 and id > $2 order by id limit ${AT_ONCE}`,
);
const EVENT = "case_id, number, kind, at, channel, officer, data, personal, salt, commitment, previous, hash, key";
const eventsBetween = statement(
  "audit-events",
  `select ${EVENT} from events where council = $1 and (case_id, number) > ($2, $3) and case_id <= $4
  order by case_id, number limit ${EVENTS_AT_ONCE}`,
);
// One statement, so that a case to which something happens meanwhile is read as it stood at one moment.
const caseWithEvents = statement(
  "audit-case",
  `select c.id, c.reference, c.event_count, c.head, e.case_id, e.number, e.kind, e.at, e.channel, e.officer, e.data, e.personal, e.salt, e.commitment,
    e.previous, e.hash, e.key
  from cases c left join events e on e.council = c.council and e.case_id = c.id where c.council = $1 and c.id = $2 order by e.number`,
);
// A case that was taken out whole leaves what was told about it, and its files.
const leftBehind = statement(
  "audit-left-behind",
  `select distinct m.case_id as id from messages m where m.council = $1 and m.case_id > $2 and m.case_id <= $3
    and not exists (select from cases c where c.council = $1 and c.id = m.case_id)
  union
  select distinct f.case_id from files f where f.council = $1 and f.case_id > $2 and f.case_id <= $3
    and not exists (select from cases c where c.council = $1 and c.id = f.case_id)`,
);

/** What is wrong with one case. Its reference, or its id where its row is gone. */
export interface Fault {
  readonly case: string;
  /** The event that does not fit, from 1; absent where it is about the case as a whole. */
  readonly event?: number;
  readonly says: string;
}

export interface Audited {
  readonly cases: number;
  readonly events: number;
  readonly faults: number;
}

interface Head {
  readonly id: string;
  readonly reference: string;
  readonly event_count: number;
  readonly head: Buffer;
}

/** How far one case has been read: the newest event, and the first that did not fit. */
interface Run {
  readonly id: string;
  number: number;
  hash: Buffer;
  broken: number | undefined;
}

function begin(id: string): Run {
  return { id, number: 0, hash: CHAIN_START, broken: undefined };
}

function take(run: Run, council: string, row: EventRow): void {
  const event = eventFrom(row);
  if (run.broken === undefined && !fitsChain(council, event, run)) run.broken = run.number + 1;
  run.number += 1;
  run.hash = event.hash;
}

/** What the events of a case say against its row; undefined where they fit. */
function faultOf(head: Head, run: Run | undefined): Fault | undefined {
  const named = { case: head.reference };
  if (run === undefined) return { ...named, says: `none of its ${head.event_count} events is there` };
  if (run.broken !== undefined) {
    return { ...named, event: run.broken, says: "it is not as it was written, or the one before it is missing" };
  }
  if (run.number < head.event_count) {
    return {
      ...named,
      event: run.number + 1,
      says: `it is missing: the case has ${head.event_count} events by its row, and ${run.number} are there`,
    };
  }
  if (run.number > head.event_count) {
    return {
      ...named,
      event: head.event_count + 1,
      says: `the case's row does not know of it: by its row there are ${head.event_count} events`,
    };
  }
  return run.hash.equals(head.head) ? undefined : { ...named, says: "the newest event by its row is another than the one that is there" };
}

type CaseEventRow = Head & EventRow;

/** Reads one case again, all at one moment: something may have happened to it between its row and its events. */
async function readAgain(within: Queries, council: string, id: string): Promise<Fault | undefined> {
  const rows = await within.query<CaseEventRow>(caseWithEvents, [council, id]);
  const [head] = rows;
  if (head === undefined) return { case: id, says: "its row is gone, and its events are there" };
  let run: Run | undefined;
  for (const row of rows) if (row.case_id !== null) take((run ??= begin(id)), council, row);
  return faultOf(head, run);
}

/** The events of the cases in a range of ids, a thousand at a time, as they fit one another. */
async function* runsBetween(within: Queries, council: string, after: string, last: string): AsyncGenerator<Run> {
  let run: Run | undefined;
  for (let place: readonly [string, number] = [after, 2_147_483_647]; ;) {
    const rows = await within.query<EventRow>(eventsBetween, [council, ...place, last]);
    for (const row of rows) {
      if (run !== undefined && run.id !== row.case_id) {
        yield run;
        run = undefined;
      }
      run ??= begin(row.case_id);
      take(run, council, row);
    }
    const end = rows.at(-1);
    if (end === undefined) break;
    place = [end.case_id, end.number];
  }
  if (run !== undefined) yield run;
}

/**
 * Reads every event of a council's cases in the order of the cases, and gives each that does not fit to `found`. Memory holds five hundred heads and
 * a thousand events, however many there are. It may run beside a program at work.
 */
export async function audit(within: Queries, council: string, found: (fault: Fault) => void): Promise<Audited> {
  const sum = { cases: 0, events: 0, faults: 0 };
  const tell = (fault: Fault | undefined): void => {
    if (fault === undefined) return;
    sum.faults += 1;
    found(fault);
  };
  for (let after = FIRST_ID; ;) {
    const heads = await within.query<Head>(headsOfCases, [council, after]);
    const last = heads.length < AT_ONCE ? LAST_ID : (heads.at(-1)?.id ?? LAST_ID);
    const waiting = new Map(heads.map((head) => [head.id, head]));
    for await (const run of runsBetween(within, council, after, last)) {
      const head = waiting.get(run.id);
      waiting.delete(run.id);
      sum.events += run.number;
      sum.cases += 1;
      if (head === undefined || faultOf(head, run) !== undefined) tell(await readAgain(within, council, run.id));
    }
    for (const { id } of waiting.values()) {
      sum.cases += 1;
      tell(await readAgain(within, council, id));
    }
    const left = await within.query<{ id: string }>(leftBehind, [council, after, last]);
    for (const { id } of left) tell({ case: id, says: "it is gone, and there are messages or files that belong to it" });
    if (last === LAST_ID) return sum;
    after = last;
  }
}
