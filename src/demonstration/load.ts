import { workCalendar } from "../cases/clock/work-calendar.ts";
import type { MeasureWork } from "../cases/consequences.ts";
import type { Context } from "../context.ts";
import { siteAddress } from "../guildhall.ts";
import { officersOf } from "../people/officers.ts";
import { idsFrom, seededChance } from "./chance.ts";
import { inFlight } from "./in-flight.ts";
import { dueDates, loadPart } from "./load-cases.ts";
import { loadPatterns } from "./load-patterns.ts";
import { residents } from "./residents.ts";
import type { SampleFiles } from "./sample-files.ts";
import type { World } from "./world.ts";
import { writeLoad } from "./write-load.ts";

/** How much is made, and from which chance: the same seed and present give the same cases. */
export interface Load {
  readonly cases: number;
  readonly seed: number;
  /** The demonstration's council when absent. */
  readonly council?: string;
}

const PART = 2000;
/** Parts that are written while the next is made, and figures that are added up at once. */
const WRITERS = 2;
const WORKS = 100_000;
const PATTERNS = 1500;

const SAMPLE = { sha256: "0".repeat(64), name: "none.jpg", type: "image/jpeg", size: 1 } as const;
const NO_FILES: SampleFiles = { road: [SAMPLE], bill: [SAMPLE], certificate: [SAMPLE], drawing: [SAMPLE] };

/**
 * Fills a council with many plain cases of the last two years, oldest first: valid rows of one or two chained events each, with their figures and
 * without journeys, files or messages. For measuring, on a database of its own: not in one transaction.
 */
export async function fillWithLoad(context: Context, load: Load): Promise<void> {
  const world = await worldOf(context, load);
  const patterns = loadPatterns(world, context.councils.services(world.council.id), Math.min(PATTERNS, load.cases));
  const due = dueDates(workCalendar(world.council));
  const writer = inFlight(WRITERS);
  let works: MeasureWork[] = [];
  for (let from = 0; from < load.cases; from += PART) {
    const part = loadPart(world, patterns, due, { from, until: Math.min(from + PART, load.cases), of: load.cases });
    await writer.start(() => writeLoad(context.database, world.council.id, part));
    works.push(...part.works);
    if (works.length < WORKS && from + PART < load.cases) continue;
    await context.database.transaction((within) => context.measures.add(within, world.council.id, works));
    works = [];
  }
  await writer.finish();
}

async function worldOf(context: Context, load: Load): Promise<World> {
  const council = context.councils.get(load.council ?? "eastmere");
  if (council === undefined) throw new Error("There is no such council to fill");
  const [chance, ids] = [seededChance(load.seed), idsFrom(seededChance(load.seed + 1))];
  const staff = await officersOf(context.database, council.id);
  const people = { residents: residents(chance, PATTERNS), staff, samples: NO_FILES };
  return { council, site: siteAddress(context, council), now: context.clock.now(), chance, ids, ...people };
}
