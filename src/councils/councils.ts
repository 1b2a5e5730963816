import { baseOf, subCaseService } from "../definition/sub-case-service.ts";
import type { Finding, PublishedService } from "../definition/service.ts";
import type { Act, Standing } from "./act.ts";
import { plannedAfter, standingAt } from "./act.ts";
import { actCount } from "./act-store.ts";
import { decided, publishedService, versionWith } from "./council-state.ts";
import type { CouncilState, OnDisk, StateTools, VersionOf } from "./council-state.ts";
import { daysOff } from "./council-calendar.ts";
import type { Council } from "./council.ts";
import { footprint } from "./footprint.ts";
import { liveIn, NO_HISTORY, withdrawnIn } from "./history.ts";
import type { History } from "./history.ts";
import { loadCouncils, refuseNone } from "./load-councils.ts";
import type { Everything, Folders } from "./load-councils.ts";
import { versionCache } from "./version-cache.ts";

/** All councils of the installation, with the services they offer. */
export interface Councils {
  all(): readonly Council[];
  get(id: string): Council | undefined;
  /** The council that answers on a host (a port is ignored). Where there is one council, it answers on all. */
  byHost(host: string): Council | undefined;
  /** The version of a service that is live now; undefined when the council doesn't offer it, has withdrawn it or has never published it. */
  service(council: string, service: string): PublishedService | undefined;
  /** The live services of a council, in the order of its council.yaml. */
  services(council: string): readonly PublishedService[];
  /** The services that are live or withdrawn, the latter as they were live last: for what there is of them besides new journeys. */
  known(council: string): readonly PublishedService[];
  /** A service of the council's list that is withdrawn now, as it was live last. */
  withdrawn(council: string, service: string): PublishedService | undefined;
  /** What was decided about a service's versions, in the order decided, as far as this program knows. */
  acts(council: string, service: string): readonly Act[];
  standing(council: string, service: string): Standing;
  /** The acts that have not taken effect yet, the next first. */
  planned(council: string, service: string): readonly Act[];
  /** A published version, as drafts and cases are pinned to it, and how the sub-cases of one are worked, by `service/kind`. Compiled when first asked for. */
  version(council: string, service: string, version: number): Promise<PublishedService | undefined>;
  /** A definition as it lay in the folder when that was last read. */
  onDisk(council: string, service: string): OnDisk | undefined;
  /** The version that has the text of the file; undefined where nobody has published that. */
  versionOnDisk(council: string, service: string): number | undefined;
  /** What is wrong with a definition as it lies in the folder now; empty when nothing is. */
  findings(council: string, service: string): readonly Finding[];
  /** What is wrong with the folders themselves, those of councils that can't be served included. */
  folderFindings(): readonly Finding[];
  /** Where the folders are watched: reads them again if a file has changed, and publishes what is new. Otherwise does nothing. */
  refresh(): Promise<void>;
  /** Reads the folders again if a file has changed. Publishes only where they are watched. */
  reread(): Promise<void>;
  /** Takes in what other programs have decided since: one statement a council, more only where there is something new. */
  follow(): Promise<void>;
}

export interface CouncilsOptions extends StateTools, Folders {
  /** Whether `refresh` reads changed files, and new text is published at once: for development. */
  readonly watch: boolean;
  /** False never publishes: for the command line, which publishes when it is asked to. */
  readonly publish?: boolean;
}

/**
 * Reads every council, publishes definitions that are new where the council has it so, and serves what is live. A council whose
 * council.yaml has errors is left out and logged. Throws `CodedError` as `refuseNone` does.
 */
export async function openCouncils(options: CouncilsOptions): Promise<Councils> {
  const folders = [options.folder, options.shelf];
  const { database } = options;
  const cache = versionCache((...of) => publishedService(database, ...of));
  const atStart = ({ publishing }: Council): boolean => options.publish !== false && (options.watch || publishing === "automatic");
  let print = await footprint(folders);
  let everything = await loadCouncils(options, { ...cache, publish: atStart });
  refuseNone(everything, options);
  const inTurn = turns();
  const reread = inTurn(async () => {
    const seen = await footprint(folders);
    if (seen === print) return;
    everything = await loadCouncils(options, { ...cache, publish: () => options.watch }, everything);
    print = seen;
  });
  const follow = inTurn(async () => {
    everything = { ...everything, states: await followed(options, everything.states, cache.versionOf) };
  });
  return {
    ...lookups(() => everything, options),
    refresh: async () => (options.watch ? reread() : undefined),
    reread,
    follow,
    version: async (council, name, version) => {
      const state = everything.states.get(council);
      const { service, kind } = baseOf(name);
      const found = await cache.versionOf(council, service, version, state && daysOff(state.council));
      return found === undefined || kind === undefined ? found : subCaseService(found, kind);
    },
  };
}

async function followed(tools: StateTools, states: Everything["states"], versionOf: VersionOf): Promise<Everything["states"]> {
  const now = new Map(states);
  for (const [council, state] of states) {
    if ((await actCount(tools.database, council)) === state.actCount) continue;
    now.set(council, { ...state, ...(await decided(tools, state.council, versionOf)) });
  }
  return now;
}

type Lookups = Omit<Councils, "refresh" | "reread" | "follow" | "version">;

function lookups(everything: () => Everything, { clock }: StateTools): Lookups {
  const state = (council: string): CouncilState | undefined => everything().states.get(council);
  const history = (council: string, service: string): History => {
    const found = state(council);
    return found?.council.services.includes(service) === true ? (found.histories.get(service) ?? NO_HISTORY) : NO_HISTORY;
  };
  const live = (council: string, service: string) => liveIn(history(council, service), clock.now());
  const gone = (council: string, service: string) => withdrawnIn(history(council, service), clock.now());
  return {
    all: () => [...everything().states.values()].map(({ council }) => council),
    get: (id) => state(id)?.council,
    byHost: (host) => councilOf(host, everything().states),
    service: live,
    services: (council) => (state(council)?.council.services ?? []).flatMap((service) => live(council, service) ?? []),
    known: (council) =>
      (state(council)?.council.services ?? []).flatMap((service) => live(council, service) ?? gone(council, service) ?? []),
    withdrawn: gone,
    acts: (council, service) => history(council, service).acts,
    standing: (council, service) => standingAt(history(council, service).inOrder, clock.now()),
    planned: (council, service) => plannedAfter(history(council, service).inOrder, clock.now()),
    onDisk: (council, service) => state(council)?.onDisk.get(service),
    versionOnDisk: (council, service) => {
      const found = state(council);
      return found && versionWith(found.onDisk.get(service)?.hash ?? "", service, found.versions);
    },
    findings: (council, service) => state(council)?.onDisk.get(service)?.compilation.findings ?? [],
    folderFindings: () => [...everything().broken, ...[...everything().states.values()].flatMap(({ folderFindings }) => folderFindings)],
  };
}

function councilOf(host: string, states: ReadonlyMap<string, CouncilState>): Council | undefined {
  const [first, ...others] = states.values();
  if (others.length === 0) return first?.council;
  const bare = host.toLowerCase().replace(/:\d+$/, "").replace(/\.$/, "");
  return [...states.values()].find(({ council }) => council.hosts.includes(bare))?.council;
}

/** Makes works that take turns. Who asks for one that waits for its turn shares it; one that is under way may have looked too early to share. */
function turns(): (work: () => Promise<void>) => () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    let waiting: Promise<void> | undefined;
    return () => {
      waiting ??= last.then(
        () => start(),
        () => start(),
      );
      const start = (): Promise<void> => {
        waiting = undefined;
        return work();
      };
      last = waiting;
      return waiting;
    };
  };
}
