import { join } from "node:path";
import { addDays } from "../cases/calendar.ts";
import type { Act } from "../councils/act.ts";
import { actsAbout, keepAct } from "../councils/act-store.ts";
import { publishedVersions } from "../councils/definition-store.ts";
import { loadCouncilFolder } from "../councils/load-council.ts";
import type { DefinitionFile } from "../councils/load-council.ts";
import type { Config } from "../platform/config.ts";
import { dayOf } from "../platform/clock.ts";
import type { Database, Queries } from "../platform/database.ts";
import { londonInstant } from "../platform/london-time.ts";
import { migrate } from "../platform/migrate.ts";
import { statement } from "../platform/statement.ts";

const COUNCIL = "eastmere";
const SERVICE = "report-a-pothole";
const HOUSE = join(import.meta.dirname, "..", "..");

/** Stands for an officer who is not there yet: the history begins before the officers are made. */
const SOMEBODY = "00000000-0000-0000-0000-000000000000";

/** What the file said before: the text now, and then. An installation that has changed it has no such past. */
const HINT_NOW = 'hint: "For example, cars or bicycles swerve to avoid it"';
const WORDINGS = ['hint: "For example, it is deep or on a bend"', 'hint: "For example, somebody has fallen or a wheel has been damaged"'];

interface Past {
  readonly kind: Act["kind"];
  readonly version: number;
  /** Days before now. */
  readonly made: number;
  readonly takesEffect?: number;
  readonly reason: string;
  /** Which of `WORDINGS` it publishes; the file as it is where none is named. */
  readonly wording?: number;
}

const PAST: readonly Past[] = [
  { kind: "publish", version: 1, made: 189, reason: "First version, agreed with Highways and Customer services", wording: 0 },
  {
    kind: "publish",
    version: 2,
    made: 131,
    takesEffect: 127,
    reason: "Clearer examples of danger, from the start of the new inspection rota",
    wording: 1,
  },
  { kind: "roll-back", version: 1, made: 125, reason: "Half of all reports came as dangerous: the examples were read as past accidents" },
  { kind: "publish", version: 3, made: 111, reason: "Examples of danger tried with six residents at the library" },
];

/**
 * Gives the demonstration's pothole service the history of versions that half a year leaves: only where the council has published nothing yet.
 * It comes before the councils are read, so that the file on the disk finds itself published.
 */
export async function writeEarlierVersions(database: Database, config: Pick<Config, "councils">, now: Date): Promise<void> {
  await migrate(database, join(HOUSE, "src", "platform", "migrations"));
  if ((await publishedVersions(database, COUNCIL)).length > 0) return;
  const folder = await loadCouncilFolder(join(config.councils, COUNCIL), join(HOUSE, "services"));
  const definition = folder.definitions.find(({ service }) => service === SERVICE);
  if (definition === undefined || !definition.file.text.includes(HINT_NOW)) return;
  // Another program that starts on the same empty database writes the same; whoever comes second is refused its first number.
  for (const [index, past] of PAST.entries()) if (!(await keep(database, definition, past, index + 1, now))) return;
}

function keep(database: Database, definition: DefinitionFile, past: Past, number: number, now: Date): Promise<boolean> {
  const { kind, version, reason, made, takesEffect = made } = past;
  const [madeAt, at] = [inOfficeHours(now, made, "15:40"), inOfficeHours(now, takesEffect, takesEffect === made ? "15:40" : "06:00")];
  const act: Act = { service: SERVICE, number, kind, version, cancels: null, at, madeAt, by: "officer", officer: SOMEBODY, reason };
  return keepAct(database, COUNCIL, act, undefined, kind === "publish" ? worded(definition, past.wording) : undefined);
}

function worded(definition: DefinitionFile, wording: number | undefined): DefinitionFile {
  const before = wording === undefined ? undefined : WORDINGS[wording];
  const { file } = definition;
  return before === undefined ? definition : { ...definition, file: { ...file, text: file.text.replace(HINT_NOW, before) } };
}

function inOfficeHours(now: Date, daysAgo: number, time: string): Date {
  return londonInstant(addDays(dayOf(now), -daysAgo), time) ?? now;
}

const nameOfficer = statement("demonstration-name-officer", "update acts set officer = $2 where council = $1 and officer = $3");

/** What is planned: a night on which the register of council tax is closed. */
const CLOSED = {
  service: "council-tax-move",
  from: "Annual billing: the council tax register is closed overnight",
  until: "The council tax register is open again",
};

/** Names the officer of the history, and plans what is to come. For the transaction in which the officers are made. */
export async function writeLaterActs(within: Queries, officer: string, now: Date): Promise<void> {
  await within.execute(nameOfficer, [COUNCIL, officer, SOMEBODY]);
  const acts = await actsAbout(within, COUNCIL, CLOSED.service);
  const [live] = acts;
  if (acts.length !== 1 || live?.version === null || live === undefined) return;
  const by = { service: CLOSED.service, by: "officer", officer, cancels: null, madeAt: now } as const;
  const night = { off: inOfficeHours(now, -9, "20:00"), on: inOfficeHours(now, -10, "07:00") };
  await keepAct(within, COUNCIL, { ...by, number: 2, kind: "withdraw", version: null, at: night.off, reason: CLOSED.from }, undefined);
  await keepAct(
    within,
    COUNCIL,
    { ...by, number: 3, kind: "roll-back", version: live.version, at: night.on, reason: CLOSED.until },
    undefined,
  );
}
