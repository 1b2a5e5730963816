import type { CaseRow } from "../cases/case-row.ts";
import { caseFrom } from "../cases/case-row.ts";
import { CASE_COLUMNS } from "../cases/case-store.ts";
import type { Case } from "../cases/case.ts";
import { deadlineFrom } from "../cases/clock/deadline.ts";
import { lengthFor } from "../cases/clock/moves.ts";
import { workCalendar } from "../cases/clock/work-calendar.ts";
import { prepare } from "../cases/prepare.ts";
import { makeReference } from "../cases/reference.ts";
import { alikeAmong } from "../cases/together/alike.ts";
import { carryOver } from "../cases/together/carry.ts";
import { linking } from "../cases/together/link.ts";
import { merging } from "../cases/together/merge.ts";
import { moving } from "../cases/together/move.ts";
import type { Plan } from "../cases/together/plan.ts";
import { splitting } from "../cases/together/split.ts";
import type { Context } from "../context.ts";
import { subCaseService } from "../definition/sub-case-service.ts";
import type { PublishedService } from "../definition/service.ts";
import { teller } from "../messages/tell.ts";
import type { Queries } from "../platform/database.ts";
import { togetherStore } from "../cases/together/together-store.ts";
import type { World } from "./world.ts";
import { dayOf } from "../platform/clock.ts";
import { statement } from "../platform/statement.ts";

const openOnes = statement(
  "demonstration-open-cases",
  `select ${CASE_COLUMNS} from cases where council = $1 and service = $2 and closed_at is null order by id desc limit 60`,
);

/** What the acts of an officer are made with: the product's own store, over the transaction, the chance and the present of the demonstration. */
interface Making {
  readonly context: Context;
  readonly world: World;
  change(item: Case, others: readonly string[], plan: Plan): Promise<void>;
}

/** Potholes that were reported more than once, a pair that is linked, a licence with a site check, and a report that was moved to another service. */
export async function tieCases(context: Context, within: Queries, world: World): Promise<void> {
  const open = async (service: string): Promise<readonly Case[]> =>
    (await within.query<CaseRow>(openOnes, [world.council.id, service])).map(caseFrom);
  const [potholes, lights, licences] = [await open("report-a-pothole"), await open("report-a-street-light"), await open("store-petrol")];
  const making = makingOf(context, within, world);
  await mergeSome(making, potholes);
  const [light, moved] = lights;
  const [pothole] = potholes.toReversed();
  if (light !== undefined && pothole !== undefined)
    await making.change(light, [pothole.id], linking(pothole.id, "The crew can do both in one visit"));
  if (moved !== undefined && pothole !== undefined) await moveOne(making, moved, pothole);
  const [licence] = licences;
  if (licence !== undefined) await splitOne(making, licence);
}

function makingOf(context: Context, within: Queries, world: World): Making {
  const { council, ids, staff } = world;
  // A moment ago: everything that is there has happened before now.
  const now = new Date(world.now.getTime() - 1);
  const versionOf = async (id: string, service: string, version: number): Promise<PublishedService> => {
    const found = await context.councils.version(id, service, version);
    if (found === undefined) throw new Error("A case of the demonstration has no version");
    return found;
  };
  const store = togetherStore({
    database: { ...context.database, query: within.query, execute: within.execute, transaction: (work) => work(within) },
    clock: { now: () => now },
    ids,
    versionOf,
    calendarOf: () => workCalendar(council),
    tell: teller({ councils: context.councils, ids, siteOf: () => world.site, mails: false }),
  });
  const officer = staff.find(({ teams }) => teams.includes("highways"))?.id ?? null;
  return {
    context,
    world,
    async change(item, others, plan) {
      const asking = { council: council.id, caseId: item.id, channel: "desk", officer, roles: [], key: ids.uuid(now) } as const;
      await store.change(asking, others, plan);
    },
  };
}

/** Those that say the same place. */
async function mergeSome({ context, change }: Making, potholes: readonly Case[]): Promise<void> {
  const service = context.councils.service(potholes[0]?.council ?? "", "report-a-pothole");
  const gone = new Set<string>();
  for (const item of potholes) {
    const others = potholes.filter(({ id }) => id < item.id && !gone.has(id));
    const same = service && alikeAmong(service, item, others).find(({ why }) => why.includes("place"));
    if (same === undefined) continue;
    await change(item, [same.item.id], merging(same.item.id, "The same hole"));
    if (gone.add(item.id).size === 3) return;
  }
  if (gone.size > 0) return;
  // Chance has put no two at one place: two in one street are as believable.
  for (const item of potholes) {
    const same = potholes.find(({ id, answers }) => id < item.id && streetIn(answers) === streetIn(item.answers));
    if (same !== undefined) return change(item, [same.id], merging(same.id, "The same hole"));
  }
}

/** The last two words of where it is. */
function streetIn({ where }: Case["answers"]): string {
  const text = typeof where === "object" && where !== null && "text" in where ? where["text"] : "";
  return typeof text === "string" ? text.split(" ").slice(-2).join(" ") : "";
}

/** A report of a light that is one of a hole: its person stays, and the rest is as the officer found it. */
async function moveOne({ context, world, change }: Making, item: Case, like: Case): Promise<void> {
  const { council, ids, now } = world;
  const today = dayOf(now);
  const [from, to] = [context.councils.service(item.council, item.service), context.councils.service(item.council, like.service)];
  if (from === undefined || to === undefined) return;
  const answers = { ...like.answers, photos: null, ...carryOver(from, to, item.answers, today).answers };
  const preparation = prepare(to, answers, now, workCalendar(council), { today, files: [] });
  if (!preparation.ok) return;
  const made = { id: ids.uuid(now), reference: makeReference(ids.bytes(16)) };
  await change(item, [], moving({ ...made, service: to, prepared: preparation.prepared }));
}

async function splitOne({ context, world, change }: Making, item: Case): Promise<void> {
  const { council, ids, now } = world;
  const base = await context.councils.version(item.council, item.service, item.version);
  const service = base && subCaseService(base, "site-check");
  if (service === undefined) return;
  const part = {
    id: ids.uuid(now),
    reference: makeReference(ids.bytes(16)),
    service,
    team: service.case.team,
    due: deadlineFrom(now, lengthFor(service, "normal"), workCalendar(council)),
    text: "Check that the drains of the forecourt lead to an interceptor, and that it can be reached.",
    sees: ["site", "tanks", "drawings"],
  };
  await change(item, [], splitting(part));
}
