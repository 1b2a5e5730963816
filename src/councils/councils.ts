import type { Finding, PublishedService } from "../definition/service.ts";
import { CodedError } from "../platform/coded-error.ts";
import { councilState, publishedService } from "./council-state.ts";
import type { CouncilState, StateTools } from "./council-state.ts";
import type { Council } from "./council.ts";
import { footprint } from "./footprint.ts";
import { councilFolders, loadCouncilFolder } from "./load-council.ts";
import type { CouncilFolder } from "./load-council.ts";

/** All councils of the installation, with the services they offer. */
export interface Councils {
  all(): readonly Council[];
  get(id: string): Council | undefined;
  /** The council that answers on a host (a port is ignored). Where there is one council, it answers on all. */
  byHost(host: string): Council | undefined;
  /** The live version of a service; undefined when the council doesn't offer it or it has never been published without errors. */
  service(council: string, service: string): PublishedService | undefined;
  /** The live services of a council, in the order of its council.yaml. */
  services(council: string): readonly PublishedService[];
  /** A published version, as drafts and cases are pinned to it. Compiled when first asked for. */
  version(council: string, service: string, version: number): Promise<PublishedService | undefined>;
  /** What is wrong with a definition as it lies in the folder now; empty when nothing is. */
  findings(council: string, service: string): readonly Finding[];
  /** What is wrong with the folders themselves, those of councils that can't be served included. */
  folderFindings(): readonly Finding[];
  /** Where the folders are watched: reads them again if a file has changed. Otherwise does nothing. */
  refresh(): Promise<void>;
}

export interface CouncilsOptions extends StateTools {
  /** The folder of councils, and the folder of shipped definitions. */
  readonly folder: string;
  readonly shelf: string;
  /** Whether `refresh` reads changed files: for development. */
  readonly watch: boolean;
}

interface Everything {
  readonly states: ReadonlyMap<string, CouncilState>;
  readonly broken: readonly Finding[];
}

/**
 * Reads every council, publishes definitions that are new, and serves them. A council whose council.yaml has errors is left out
 * and logged. Throws `CodedError` "council-missing" when there is no council, "council-broken" when none can be served.
 */
export async function openCouncils(options: CouncilsOptions): Promise<Councils> {
  const folders = [options.folder, options.shelf];
  let print = options.watch ? await footprint(folders) : "";
  let everything = await load(options);
  refuseNone(everything, options);
  const reload = async (): Promise<void> => {
    const seen = await footprint(folders);
    if (seen === print) return;
    everything = await load(options, everything);
    print = seen;
  };
  const once = single(reload);
  const versions = new Map<string, Promise<PublishedService | undefined>>();
  return {
    ...lookups(() => everything),
    refresh: async () => (options.watch ? once() : undefined),
    version: async (council, service, version) => {
      const state = everything.states.get(council);
      const live = state?.live.get(service);
      if (live?.version === version) return live;
      const key = JSON.stringify([council, service, version]);
      return (
        versions.get(key) ?? remember(versions, key, publishedService(options.database, council, service, version, state?.council.nation))
      );
    },
  };
}

function lookups(now: () => Everything): Omit<Councils, "refresh" | "version"> {
  const state = (council: string): CouncilState | undefined => now().states.get(council);
  return {
    all: () => [...now().states.values()].map(({ council }) => council),
    get: (id) => state(id)?.council,
    byHost: (host) => councilOf(host, now().states),
    service: (council, service) => state(council)?.live.get(service),
    services: (council) => [...(state(council)?.live.values() ?? [])],
    findings: (council, service) => state(council)?.findings.get(service) ?? [],
    folderFindings: () => [...now().broken, ...[...now().states.values()].flatMap(({ folderFindings }) => folderFindings)],
  };
}

async function load(options: CouncilsOptions, before?: Everything): Promise<Everything> {
  const states = new Map<string, CouncilState>();
  const broken: Finding[] = [];
  for (const path of await councilFolders(options.folder)) {
    const folder = await loadCouncilFolder(path, options.shelf);
    const former = before?.states.get(folder.id);
    if (isServed(folder)) states.set(folder.id, await councilState(options, folder, former));
    else {
      // While someone is typing in council.yaml, the council stays as it was.
      if (former !== undefined) states.set(folder.id, former);
      broken.push(...folder.findings);
      for (const { code, file, line, column } of folder.findings) {
        options.log.error("council folder has an error", { council: folder.id, code, id: `${file}:${line}:${column}` });
      }
    }
  }
  return { states, broken: [...broken, ...hostClashes([...states.values()].map(({ council }) => council))] };
}

/** Hosts that two councils name; the first of them answers there. */
function hostClashes(councils: readonly Council[]): readonly Finding[] {
  const owners = new Map<string, string>();
  return councils.flatMap(({ id, hosts }) =>
    hosts.flatMap((host): readonly Finding[] => {
      const owner = owners.get(host);
      owners.set(host, owner ?? id);
      if (owner === undefined || owner === id) return [];
      const message = `The host ${host} is named by ${owner} too.`;
      const at = { file: `councils/${id}/council.yaml`, line: 1, column: 1, length: 1 };
      return [{ code: "council-host", severity: "warning", message, fix: "Take it out of one of them.", ...at }];
    }),
  );
}

function isServed(folder: CouncilFolder): folder is CouncilFolder & { council: Council } {
  return folder.council !== undefined;
}

function refuseNone({ states, broken }: Everything, { folder }: CouncilsOptions): void {
  if (states.size > 0) return;
  if (broken.length === 0) throw new CodedError("council-missing", `There is no council in ${folder}. Add a folder with a council.yaml`);
  const lines = broken.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  throw new CodedError("council-broken", `No council can be served:\n${lines.join("\n")}`);
}

function councilOf(host: string, states: ReadonlyMap<string, CouncilState>): Council | undefined {
  const [first, ...others] = states.values();
  if (others.length === 0) return first?.council;
  const bare = host.toLowerCase().replace(/:\d+$/, "").replace(/\.$/, "");
  return [...states.values()].find(({ council }) => council.hosts.includes(bare))?.council;
}

/** Requests that come while one reads the folders wait for that reading. */
function single(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}

/** Keeps what was found. What was not found may be published yet, and a failure may pass. */
function remember<Found>(
  kept: Map<string, Promise<Found | undefined>>,
  key: string,
  finding: Promise<Found | undefined>,
): Promise<Found | undefined> {
  kept.set(key, finding);
  finding.then(
    (found) => found ?? kept.delete(key),
    () => kept.delete(key),
  );
  return finding;
}
