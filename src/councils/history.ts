import type { PublishedService } from "../definition/service.ts";
import type { Act, Standing } from "./act.ts";
import { effective, plannedAfter, standingAt } from "./act.ts";

/** What was decided about one service, with every version compiled that is live now or is planned to be. */
export interface History {
  readonly acts: readonly Act[];
  /** In the order in which they take effect, without those called off. */
  readonly inOrder: readonly Act[];
  readonly compiled: ReadonlyMap<number, PublishedService>;
}

export const NO_HISTORY: History = { acts: [], inOrder: [], compiled: new Map() };

/** Gives a published version; undefined when there is none or it compiles no longer. */
export type Compile = (version: number) => Promise<PublishedService | undefined>;

export async function historyOf(acts: readonly Act[], now: Date, compile: Compile): Promise<History> {
  const inOrder = effective(acts);
  const compiled = new Map<number, PublishedService>();
  for (const version of neededAt(inOrder, now)) {
    const service = await compile(version);
    if (service !== undefined) compiled.set(version, service);
  }
  return { acts, inOrder, compiled };
}

/** The versions that a program must have at hand: what is live, what was before a withdrawal, and what is planned. */
function neededAt(inOrder: readonly Act[], now: Date): ReadonlySet<number> {
  const standing = standingAt(inOrder, now);
  const current = standing.kind === "live" ? standing.version : standing.kind === "withdrawn" ? standing.last : undefined;
  const planned = plannedAfter(inOrder, now).map(({ version }) => version);
  return new Set([current, ...planned].filter((version) => version !== undefined && version !== null));
}

export function liveIn({ inOrder, compiled }: History, now: Date): PublishedService | undefined {
  const standing = standingAt(inOrder, now);
  return standing.kind === "live" ? compiled.get(standing.version) : undefined;
}

/** The version that was live last of a service that is withdrawn. */
export function withdrawnIn({ inOrder, compiled }: History, now: Date): PublishedService | undefined {
  const standing: Standing = standingAt(inOrder, now);
  return standing.kind === "withdrawn" && standing.last !== undefined ? compiled.get(standing.last) : undefined;
}
