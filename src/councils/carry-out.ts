import { CodedError } from "../platform/coded-error.ts";
import type { Clock } from "../platform/clock.ts";
import type { Queries } from "../platform/database.ts";
import type { Act } from "./act.ts";
import { effective, standingAt, versionOfFile } from "./act.ts";
import { actOf, actsAbout, keepAct } from "./act-store.ts";
import type { Actor, Decision, Refused, Wish } from "./decide-act.ts";
import { decideAct } from "./decide-act.ts";
import type { VersionRow } from "./definition-store.ts";
import { definitionHash, publishedVersions } from "./definition-store.ts";
import type { DefinitionFile } from "./load-council.ts";

export interface ActTools {
  readonly database: Queries;
  readonly clock: Clock;
}

/** Who asks for what to be done with which service. */
export interface Asking {
  readonly council: string;
  readonly service: string;
  readonly actor: Actor;
  /** The one-time key of the form or call: asked twice, it is done once. */
  readonly key?: string;
  /** How many acts there were when the person decided. Absent where nobody looked. */
  readonly seen?: number;
}

/** As `Wish`, with the text that a publish takes. */
export type Wanted = Exclude<Wish, { kind: "publish" }> | { readonly kind: "publish"; readonly text: DefinitionFile; readonly at?: Date };

/** What was decided about one service, and the versions it has. */
interface History {
  readonly acts: readonly Act[];
  readonly versions: readonly VersionRow[];
}

const TRIES = 50;

/** Does what is wanted, once, and gives the act; or says why not. The definition is taken to be without errors: whoever calls has compiled it. */
export async function carryOut(tools: ActTools, asking: Asking, wanted: Wanted): Promise<Decision> {
  const text = wanted.kind === "publish" ? wanted.text : undefined;
  const decided = await settle(tools, asking, text, (history) => wishOf(wanted, history));
  // Safe to say: only a file's wish comes to nothing.
  return decided ?? CHANGED;
}

const CHANGED: Refused = {
  ok: false,
  code: "act-changed",
  message: "Someone else has just changed what is live. Look at what they did, then decide again",
};

/**
 * Publishes a definition file whose text has changed since a file or an officer last published it; nothing where it has not. Text that was
 * published before makes that version live again, as an act of its own. A withdrawn service stays so until a person publishes it.
 */
export async function followFile(tools: ActTools, council: string, text: DefinitionFile): Promise<void> {
  const { service } = text;
  const actor: Actor = { by: "file", officer: null, reason: "" };
  await settle(tools, { council, service, actor }, text, (history) => wishOfFile(text, history, tools.clock.now()));
}

/** Whether `followFile` would do anything on what was read a moment ago: spares two statements for each service at every start. */
export function hasFileChanged(text: DefinitionFile, history: History, now: Date): boolean {
  return wishOfFile(text, history, now) !== undefined;
}

type Plan = (history: History) => { readonly wish: Wish; readonly reason?: string } | Refused | undefined;

async function settle(tools: ActTools, asking: Asking, text: DefinitionFile | undefined, plan: Plan): Promise<Decision | undefined> {
  const { council, service, actor, key, seen } = asking;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const done = key === undefined ? undefined : await actOf(tools.database, council, key);
    if (done !== undefined) return { ok: true, act: done };
    const history = await historyOf(tools, council, service);
    if (seen !== undefined && history.acts.length !== seen) return CHANGED;
    const planned = plan(history);
    if (planned === undefined || "ok" in planned) return planned;
    const { wish, reason = actor.reason } = planned;
    const decision = decideAct(service, history.acts, wish, { ...actor, reason }, tools.clock.now());
    if (!decision.ok) return decision;
    const isNew = wish.kind === "publish" && !history.versions.some(({ version }) => version === wish.version);
    if (await keepAct(tools.database, council, decision.act, key, isNew ? text : undefined)) return decision;
  }
  throw new CodedError("publish-failed", `Too many others are changing what is live of ${service}. Try again`);
}

async function historyOf({ database }: ActTools, council: string, service: string): Promise<History> {
  // The acts first: a version that comes between is then only not known yet, and the number that the act would take is gone.
  const acts = await actsAbout(database, council, service);
  const versions = await publishedVersions(database, council);
  return { acts, versions: versions.filter((row) => row.service === service) };
}

function numberFor(text: DefinitionFile, versions: readonly VersionRow[]): number {
  const hash = definitionHash(text);
  return versions.find((row) => row.hash === hash)?.version ?? Math.max(0, ...versions.map(({ version }) => version)) + 1;
}

function wishOf(wanted: Wanted, { versions }: History): ReturnType<Plan> {
  if (wanted.kind === "publish") return { wish: { kind: "publish", version: numberFor(wanted.text, versions), at: wanted.at } };
  if (wanted.kind !== "roll-back" || versions.some(({ version }) => version === wanted.version)) return { wish: wanted };
  const there = versions.map(({ version }) => version).join(", ") || "none";
  return { ok: false, code: "act-version", message: `There is no version ${wanted.version}. There are: ${there}` };
}

function wishOfFile(text: DefinitionFile, { acts, versions }: History, now: Date): ReturnType<Plan> {
  const version = numberFor(text, versions);
  const isNew = !versions.some((row) => row.version === version);
  const standing = standingAt(effective(acts), now);
  if (standing.kind === "withdrawn" || (!isNew && version === versionOfFile(acts))) return undefined;
  if (isNew) return { wish: { kind: "publish", version }, reason: "The definition file changed" };
  if (standing.kind === "live" && standing.version === version) return undefined;
  return { wish: { kind: "roll-back", version }, reason: `The definition file was put back to the text of version ${version}` };
}
