import type { Case } from "../cases/case.ts";
import type { MeasureWork } from "../cases/consequences.ts";
import { personOfCase } from "../contact/people-store.ts";
import { emailHash } from "../drafts/resume-links.ts";
import { dayOf } from "../platform/clock.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { CallRow } from "./calls.ts";
import type { World } from "./world.ts";
import { starter } from "./world.ts";

const writeCalls = statement(
  "demonstration-calls",
  `insert into calls (council, id, officer, channel, started_at, ended_at, reason, failure, service, case_id, note, person)
  select $1, k.id, k.officer, k.channel, k.started_at, k.ended_at, k.reason, k.failure, k.service, k.case_id, k.note, j.person
  from json_to_recordset($2::json) as k(id uuid, officer uuid, channel text, started_at timestamptz, ended_at timestamptz, reason text,
    failure boolean, service text, case_id uuid, note text)
  left join cases c on c.council = $1 and c.id = k.case_id left join person_journeys j on j.council = c.council and j.submission = c.submission`,
);
// Begun on the telephone, and sent as a link to the person, who opened it and has not finished.
const handedOver = statement(
  "demonstration-handed-over",
  `with drafted as (
    insert into drafts (council, id, service, version, channel, officer, answers, days, remind, created_at, updated_at)
    values ($1, $2, $3, $4, 'phone', $5, $6::jsonb, 28, 3, $7, $7)
  ),
  linked as (insert into resume_links (council, id, draft, email_hash, used_at) values ($1, $8, $2, $9, $10))
  insert into person_journeys (council, submission, person, officer, how, channel, link, link_at, at) values ($1, $2, $11, $5, 'started', 'phone', $8, $7, $7)`,
);

const DAY = 86_400_000;
const MOST_PEOPLE = 40;

/** Knows people with several cases who rang, writes the calls, and leaves one journey handed over to the web. `pothole` is the version of that service. Gives what that adds to the figures. */
export async function writePeople(
  within: Queries,
  world: World,
  cases: readonly Case[],
  calls: readonly CallRow[],
  pothole: number,
): Promise<readonly MeasureWork[]> {
  const council = world.council.id;
  const rang = new Set(calls.map(({ case_id }) => case_id));
  const byEmail = Map.groupBy(
    cases.filter(({ person }) => person.email !== null),
    ({ person }) => person.email?.toLowerCase() ?? "",
  );
  const several = [...byEmail.values()].filter((own) => own.length > 1 && own.some(({ id }) => rang.has(id))).slice(0, MOST_PEOPLE);
  const officer = starter(world);
  const asker = { council, sight: [...world.council.teams.keys()] };
  const people: (readonly [string, Case])[] = [];
  for (const [first] of several) {
    if (first === undefined || officer === null) continue;
    people.push([await personOfCase(within, asker, first, { officer: officer.id, at: world.now }), first]);
  }
  await within.execute(writeCalls, [council, JSON.stringify(calls)]);
  const [known] = people;
  return known === undefined || officer === null ? [] : handOver(within, world, { officer: officer.id, pothole }, known);
}

async function handOver(
  within: Queries,
  world: World,
  { officer, pothole }: { readonly officer: string; readonly pothole: number },
  [person, item]: readonly [string, Case],
): Promise<readonly MeasureWork[]> {
  const { council, ids, now } = world;
  const at = new Date(now.getTime() - DAY);
  const answers = JSON.stringify({ where: { text: "Outside 3 Weavers Row" }, road_kind: "street", width: "large" });
  const hash = emailHash(council.id, item.person.email ?? "");
  const draft = ["report-a-pothole", pothole, officer, answers, at] as const;
  await within.execute(handedOver, [council.id, ids.uuid(at), ...draft, ids.uuid(at), hash, new Date(at.getTime() + DAY / 4), person]);
  return [{ service: "report-a-pothole", day: dayOf(at), channel: "phone", add: { started: 0 } }];
}
