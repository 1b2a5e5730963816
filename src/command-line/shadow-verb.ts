import { workCalendar } from "../cases/clock/work-calendar.ts";
import { pastSubmissions } from "../cases/past-submissions.ts";
import type { PastCase } from "../cases/past-submissions.ts";
import { DEPARTURES, replay } from "../cases/shadow.ts";
import type { Departure } from "../cases/shadow.ts";
import type { Council } from "../councils/council.ts";
import type { PublishedService, Service } from "../definition/service.ts";
import { onInstallation } from "./installation.ts";
import { oneService } from "./one-service.ts";
import { chosenCouncil } from "./operator.ts";
import type { ExitCode, OperatorTools } from "./operator.ts";
import type { Desk, Verb } from "./verb.ts";

const ABOUT =
  "Replay past submissions of the live version through a draft, and count those that would have gone otherwise. Names cases by reference only.";
const USE = ["shadow FILE [--council COUNCIL] [--every-version] [--json]"];

/** `shadow`: what a draft would have made of the submissions that there were. */
export const SHADOW: Verb = {
  about: ABOUT,
  use: USE,
  async run(desk, words) {
    const wish = readWish(words);
    if (typeof wish === "string") return refuse(desk, wish);
    const draft = await oneService(desk, "shadow", [wish.file]);
    if (draft === undefined) return 1;
    return onInstallation(ABOUT, USE, (tools) => shadow(tools, draft.service, wish)).run(desk, words);
  },
};

export interface ShadowWish {
  readonly file: string;
  readonly council: string | undefined;
  readonly everyVersion: boolean;
  readonly json: boolean;
}

function readWish(words: readonly string[]): ShadowWish | string {
  const names: string[] = [];
  let council: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "--council") council = words[++at];
    else if (!word.startsWith("-")) names.push(word);
    else if (word !== "--every-version" && word !== "--json")
      return `shadow has no option ${word}. It has --council, --every-version and --json.`;
  }
  const [file, more] = names;
  if (file === undefined || more !== undefined) return "Name the file of one draft after shadow, such as drafts/report-a-pothole.yaml.";
  return { file, council, everyVersion: words.includes("--every-version"), json: words.includes("--json") };
}

/** Replays a council's submissions, batch after batch, and reports. */
export async function shadow(tools: OperatorTools, draft: Service, wish: ShadowWish): Promise<ExitCode> {
  const council = chosenCouncil(tools, wish.council);
  if (council === undefined) return 1;
  const live = tools.councils.service(council.id, draft.id);
  if (live === undefined) return refuse(tools, `${council.name} offers no service ${draft.id}, so there is nothing to replay.`);
  const tally: Tally = { replayed: 0, erased: 0, otherwise: 0, found: new Map() };
  const version = wish.everyVersion ? undefined : live.version;
  for await (const batch of pastSubmissions(tools.database, council.id, draft.id, version)) {
    for (const item of batch) await addTo(tally, item, tools, council, draft);
  }
  if (wish.json) tools.say(asJson(tally, live));
  else for (const line of reportLines(tally, live, wish)) tools.say(line);
  return 0;
}

interface Tally {
  replayed: number;
  erased: number;
  otherwise: number;
  /** By kind and detail: the references of the cases. */
  readonly found: Map<Departure, Map<string, string[]>>;
}

async function addTo(tally: Tally, { reference, version, submission }: PastCase, tools: OperatorTools, council: Council, draft: Service) {
  const own = await tools.councils.version(council.id, draft.id, version);
  if (submission === undefined || own === undefined) {
    tally.erased += 1;
    return;
  }
  const differences = replay(submission, own, draft, workCalendar(council));
  tally.replayed += 1;
  if (differences.length > 0) tally.otherwise += 1;
  for (const { kind, detail } of differences) {
    const details = tally.found.get(kind) ?? new Map<string, string[]>();
    const references = details.get(detail) ?? [];
    references.push(reference);
    tally.found.set(kind, details.set(detail, references));
  }
}

function asJson(tally: Tally, live: PublishedService): string {
  const differences = [...tally.found].flatMap(([kind, details]) =>
    [...details].map(([detail, references]) => ({ kind, detail, count: references.length, references })),
  );
  const { replayed, otherwise, erased } = tally;
  return JSON.stringify({ service: live.id, liveVersion: live.version, replayed, otherwise, erased, differences }, null, 2);
}

const MOST_REFERENCES = 10;

function reportLines(tally: Tally, live: PublishedService, { everyVersion }: ShadowWish): readonly string[] {
  const { replayed, otherwise, erased, found } = tally;
  const of = everyVersion ? `of every version of ${live.id}` : `of ${live.id}, version ${live.version}`;
  // Safe: the keys of DEPARTURES are the departures.
  const kinds = Object.keys(DEPARTURES) as Departure[];
  return [
    `${replayed} submissions ${of} replayed: ${otherwise} would have gone otherwise.`,
    ...(erased === 0 ? [] : [`${erased} could not be replayed, since their answers have been erased or their version is gone.`]),
    ...(replayed > 0 || everyVersion ? [] : ["Nothing was sent on this version yet. Add --every-version to replay those of earlier ones."]),
    ...kinds.flatMap((kind) => kindLines(kind, found.get(kind) ?? new Map())),
  ];
}

function kindLines(kind: Departure, details: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const count = new Set([...details.values()].flat()).size;
  if (count === 0) return [];
  return ["", `${DEPARTURES[kind]}: ${count}`, ...[...details].map(([detail, references]) => `  ${detail}: ${named(references)}`)];
}

function named(references: readonly string[]): string {
  const shown = references.slice(0, MOST_REFERENCES).join(", ");
  return references.length > MOST_REFERENCES ? `${shown} and ${references.length - MOST_REFERENCES} more` : shown;
}

function refuse(tools: Pick<Desk, "complain">, why: string): ExitCode {
  tools.complain(why);
  return 1;
}
