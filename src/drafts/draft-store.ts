import type { Answers, FileAnswer } from "../answers/answer-type.ts";
import type { Channel } from "../councils/council.ts";
import { dayOf } from "../platform/clock.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { laneOfEach } from "../platform/lane.ts";
import { statement } from "../platform/statement.ts";
import { HandOver } from "./hand-over.ts";

/** A journey not yet submitted, or (once it has a reference) one that was. */
export interface Draft {
  readonly id: string;
  readonly service: string;
  readonly version: number;
  readonly channel: Channel;
  readonly officer: string | null;
  readonly answers: Answers;
  readonly files: readonly FileAnswer[];
  /** The outcome it ended at, if any. */
  readonly outcome: string | null;
  readonly reference: string | null;
  readonly rated: boolean;
  /** How often its answers or files have changed. */
  readonly saves: number;
  /** The case that is moved to this service when it is sent, if any. */
  readonly moves: string | null;
  /** How many days its answers are kept after they were last changed. */
  readonly days: number;
}

export interface NewDraft {
  readonly service: string;
  readonly version: number;
  readonly channel: Channel;
  readonly officer: string | null;
  /** How long it is kept; as is usual where nothing is said. */
  readonly plan?: DraftPlan;
}

/** Days: see the service's definition. */
export interface DraftPlan {
  readonly days: number;
  readonly remind: number;
}

const USUAL: DraftPlan = { days: 28, remind: 3 };

const COLUMNS = "id, service, version, channel, officer, answers, files, outcome, reference, rated, saves, days, moves";

const startDrafts = statement(
  "start-drafts",
  `with started as (
    insert into drafts (council, id, service, version, channel, officer, days, remind, created_at, updated_at)
    select $1, id, service, version, channel, officer, days, remind, at, at
    from json_to_recordset($2::json) as d(id uuid, service text, version integer, channel text, officer uuid, days integer, remind integer, at timestamptz)
    on conflict (council, id) do nothing
    returning id
  )
  insert into jobs (council, id, kind, payload, run_at, created_at)
  select $1, (array_agg(job))[1], 'measure', payload || jsonb_build_object('times', count(*)), min(at), min(at)
  from json_to_recordset($2::json) as d(id uuid, job uuid, payload jsonb, at timestamptz) join started using (id)
  group by payload`,
);
const draftsById = statement("drafts-by-id", `select ${COLUMNS} from drafts where council = $1 and id = any($2::uuid[])`);
// Answers are merged in the database, so that two tabs never undo each other. A submitted draft takes no more, and one that has moved on to
// another version takes none that were given to questions as they stood before. The ids are given a second
// time because the planner takes a JSON list for a hundred rows, and would read every draft there is rather than look so many up.
const saveDrafts = statement(
  "save-drafts",
  `update drafts set answers = drafts.answers || s.answers, saves = drafts.saves + 1, updated_at = s.at
  from json_to_recordset($2::json) as s(id uuid, version integer, answers jsonb, at timestamptz)
  where drafts.council = $1 and drafts.id = any($3::uuid[]) and drafts.id = s.id and drafts.version = s.version and drafts.reference is null
  returning ${COLUMNS.split(", ")
    .map((column) => `drafts.${column}`)
    .join(", ")}`,
);
const addFile = statement(
  "draft-add-file",
  "update drafts set files = files || $3::jsonb, saves = saves + 1, updated_at = $4 where council = $1 and id = $2 and reference is null and jsonb_array_length(files) < 100",
);
const removeFile = statement(
  "draft-remove-file",
  `update drafts set files = coalesce((select jsonb_agg(f) from jsonb_array_elements(files) as f where f ->> 'id' <> $3), '[]'), saves = saves + 1, updated_at = $4
  where council = $1 and id = $2 and reference is null`,
);
const endDraft = statement(
  "draft-end",
  `with ended as (
    update drafts set outcome = $3, ended_at = $4, updated_at = $4 where council = $1 and id = $2 and outcome is null and reference is null returning id
  )
  insert into jobs (council, id, kind, payload, run_at, created_at) select $1, $5, 'measure', $6::jsonb, $4, $4 from ended`,
);
// As it was read, or not at all: an answer that comes between was not looked at.
const moveDraft = statement(
  "draft-move",
  `update drafts set version = $3, answers = answers - $4::text[], outcome = null, saves = saves + 1, updated_at = $5
  where council = $1 and id = $2 and saves = $6 and reference is null`,
);
const markRated = statement("draft-rated", "update drafts set rated = true where council = $1 and id = $2 and not rated");

interface Save {
  readonly id: string;
  readonly version: number;
  readonly answers: Answers;
  readonly at: Date;
}

/** A draft for each id that there is one of. */
function inOrder(wanted: readonly string[], rows: readonly Draft[]): readonly (Draft | undefined)[] {
  const found = new Map(rows.map((row) => [row.id, row]));
  return wanted.map((id) => found.get(id));
}

type Start = Omit<NewDraft, "plan"> &
  DraftPlan & { readonly id: string; readonly job: string; readonly at: Date; readonly payload: unknown };

export function draftStore(house: { database: Database; clock: Clock; ids: Ids }) {
  const { database, clock, ids } = house;
  const start = laneOfEach<Start, true>(
    async (council, starts) => {
      await database.execute(startDrafts, [council, JSON.stringify(starts)]);
      return starts.map(() => true);
    },
    { most: 200, keyOf: ({ id }) => id, retryAlone: true },
  );
  const load = laneOfEach<string, Draft | undefined>(
    async (council, wanted) => inOrder(wanted, await database.query<Draft>(draftsById, [council, wanted])),
    { most: 200 },
  );
  const save = laneOfEach<Save, Draft | undefined>(
    async (council, saves) => {
      const wanted = saves.map(({ id }) => id);
      return inOrder(wanted, await database.query<Draft>(saveDrafts, [council, JSON.stringify(saves), wanted]));
    },
    { most: 200, keyOf: ({ id }) => id, retryAlone: true },
  );

  const handOver = new HandOver<Draft>();
  /** Changes a draft by itself: what was handed over is old then. */
  const change = async (id: string, wrote: Promise<number>): Promise<boolean> => {
    handOver.drop(id);
    return (await wrote) === 1;
  };

  return {
    /** Starts a journey under the one-time key of the form that asked for it, once; durable when it returns. */
    async start(council: string, id: string, draft: NewDraft): Promise<void> {
      const at = clock.now();
      const payload = { service: draft.service, day: dayOf(at), channel: draft.channel, add: { started: 0 } };
      const { plan = USUAL, ...rest } = draft;
      await start(council, { ...rest, ...plan, id, job: ids.uuid(at), at, payload });
    },
    load(council: string, id: string): Promise<Draft | undefined> {
      handOver.drop(id);
      return load(council, id);
    },
    /** The draft for the page that a save has led to. A save by another program in the last two seconds may be missing from it. */
    async afterSave(council: string, id: string): Promise<Draft | undefined> {
      return handOver.take(id, clock.now()) ?? load(council, id);
    },
    /**
     * Keeps answers to a version's questions beside those already there and gives them all; durable when it returns. Undefined when the journey
     * was submitted, has moved on to another version or is gone.
     */
    async save(council: string, id: string, version: number, answers: Answers): Promise<Answers | undefined> {
      const at = clock.now();
      const draft = await save(council, { id, version, answers, at });
      if (draft !== undefined) handOver.give(draft, at);
      return draft?.answers;
    },
    addFile: (council: string, id: string, file: FileAnswer): Promise<boolean> =>
      change(id, database.execute(addFile, [council, id, JSON.stringify([file]), clock.now()])),
    removeFile: (council: string, id: string, file: string): Promise<boolean> =>
      change(id, database.execute(removeFile, [council, id, file, clock.now()])),
    /** Moves a journey to another version, without the answers that are dropped. False where it has changed since it was read. */
    move: (council: string, draft: Draft, version: number, dropped: readonly string[]): Promise<boolean> =>
      change(draft.id, database.execute(moveDraft, [council, draft.id, version, dropped, clock.now(), draft.saves])),
    /** Notes, once, that a journey ended at an outcome. */
    async end(council: string, draft: Draft, outcome: string): Promise<void> {
      const at = clock.now();
      const payload = JSON.stringify({ service: draft.service, day: dayOf(at), channel: draft.channel, add: { ended: 0 } });
      await database.execute(endDraft, [council, draft.id, outcome, at, ids.uuid(at), payload]);
    },
    /** True the first time. */
    rated: async (council: string, id: string): Promise<boolean> => (await database.execute(markRated, [council, id])) === 1,
  };
}

export type DraftStore = ReturnType<typeof draftStore>;
