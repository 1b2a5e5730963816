import type { Finding, PublishedService } from "../definition/service.ts";
import type { Clock } from "../platform/clock.ts";
import type { Queries } from "../platform/database.ts";
import type { Log } from "../platform/log.ts";
import { compileFile } from "./compile-file.ts";
import type { Council, Nation } from "./council.ts";
import { definitionHash, publish, publishedVersions, readDefinition } from "./definition-store.ts";
import type { VersionRow } from "./definition-store.ts";
import type { CouncilFolder, DefinitionFile } from "./load-council.ts";

/** A council as it is served: its folder, and the live version of each of its services. */
export interface CouncilState {
  readonly council: Council;
  readonly live: ReadonlyMap<string, PublishedService>;
  /** What is wrong with its folder and with definitions, by service. A service with errors is served in its last good version, if it has one. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly folderFindings: readonly Finding[];
}

export interface StateTools {
  readonly database: Queries;
  readonly clock: Clock;
  readonly log: Log;
}

interface Served {
  readonly service?: PublishedService;
  readonly findings: readonly Finding[];
}

/** Compiles what a folder holds and publishes what is new in it. `before` is the state it replaces: what has not changed is kept. */
export async function councilState(
  tools: StateTools,
  folder: CouncilFolder & { council: Council },
  before?: CouncilState,
): Promise<CouncilState> {
  const { council } = folder;
  const versions = await publishedVersions(tools.database, council.id);
  const live = new Map<string, PublishedService>();
  const findings = new Map<string, readonly Finding[]>();
  for (const definition of folder.definitions) {
    const own = versions.filter((row) => row.service === definition.service);
    const served = await serve(tools, council, definition, own, before?.live.get(definition.service));
    if (served.service !== undefined) live.set(definition.service, served.service);
    if (served.findings.length > 0) findings.set(definition.service, served.findings);
    logErrors(tools.log, council.id, definition.service, served.findings);
  }
  logErrors(tools.log, council.id, undefined, folder.findings);
  return { council, live, findings, folderFindings: folder.findings };
}

async function serve(
  tools: StateTools,
  council: Council,
  definition: DefinitionFile,
  versions: readonly VersionRow[],
  before: PublishedService | undefined,
): Promise<Served> {
  const compiled = compileFile(definition, council);
  if (!compiled.ok) return present(before ?? (await lastGood(tools, council, definition.service, versions)), compiled.findings);
  const hash = definitionHash(definition);
  const there = versions.find((row) => row.hash === hash)?.version;
  const version = there ?? (await publish(tools.database, council.id, definition, tools.clock.now()));
  return { service: Object.freeze({ ...compiled.service, version }), findings: compiled.findings };
}

function present(service: PublishedService | undefined, findings: readonly Finding[]): Served {
  return service === undefined ? { findings } : { service, findings };
}

/** The newest published version, which serves while the file is broken. */
async function lastGood(
  { database }: StateTools,
  council: Council,
  service: string,
  versions: readonly VersionRow[],
): Promise<PublishedService | undefined> {
  const newest = versions.at(-1);
  return newest === undefined ? undefined : publishedService(database, council.id, service, newest.version, council.nation);
}

/** A published version, compiled again from what was kept of it; undefined when there is none. It names no council, whose teams may have changed since. */
export async function publishedService(
  database: Queries,
  council: string,
  service: string,
  version: number,
  nation?: Nation,
): Promise<PublishedService | undefined> {
  const definition = await readDefinition(database, council, service, version);
  const compiled = definition === undefined ? undefined : compileFile(definition, undefined, nation);
  return compiled?.ok === true ? Object.freeze({ ...compiled.service, version }) : undefined;
}

function logErrors(log: Log, council: string, service: string | undefined, findings: readonly Finding[]): void {
  for (const { severity, code, file, line, column } of findings) {
    if (severity !== "error") continue;
    const at = { council, code, id: `${file}:${line}:${column}`, ...(service === undefined ? {} : { service }) };
    log.error(service === undefined ? "council folder has an error" : "definition not published", at);
  }
}
