import type { Compilation, Finding, PublishedService } from "../definition/service.ts";
import type { Clock } from "../platform/clock.ts";
import type { Queries } from "../platform/database.ts";
import type { Log } from "../platform/log.ts";
import { actsOf } from "./act-store.ts";
import { followFile, hasFileChanged } from "./carry-out.ts";
import { compileFile } from "./compile-file.ts";
import { daysOff } from "./council-calendar.ts";
import type { Council } from "./council.ts";
import { definitionHash, publishedVersions, readDefinition } from "./definition-store.ts";
import type { VersionRow } from "./definition-store.ts";
import type { History } from "./history.ts";
import { historyOf } from "./history.ts";
import type { CouncilFolder, DefinitionFile } from "./load-council.ts";

/** A definition as it lies in the folder, with what the compiler says of it. */
export interface OnDisk {
  readonly definition: DefinitionFile;
  readonly compilation: Compilation;
  /** Of its text and its fragments. */
  readonly hash: string;
}

/** A council as it is served: its folder, and what was decided about each of its services. */
export interface CouncilState {
  readonly council: Council;
  readonly histories: ReadonlyMap<string, History>;
  /** How many acts the histories hold. */
  readonly actCount: number;
  readonly versions: readonly VersionRow[];
  readonly onDisk: ReadonlyMap<string, OnDisk>;
  readonly folderFindings: readonly Finding[];
}

export interface StateTools {
  readonly database: Queries;
  readonly clock: Clock;
  readonly log: Log;
}

/** Gives a published version, compiled once for all; by the days off of the council. */
export type VersionOf = (
  council: string,
  service: string,
  version: number,
  off?: readonly string[],
) => Promise<PublishedService | undefined>;

export interface Reading {
  readonly folder: CouncilFolder & { readonly council: Council };
  /** Whether text that is new is published now, or waits for somebody to publish it. */
  readonly publish: boolean;
  readonly versionOf: VersionOf;
  /** Notes what a version on the disk compiles to, which spares compiling it again. */
  readonly know: (council: string, service: PublishedService) => void;
}

/** Compiles what a folder holds, publishes what is new in it where that is wanted, and reads what was decided. */
export async function councilState(tools: StateTools, reading: Reading): Promise<CouncilState> {
  const { council, definitions, findings } = reading.folder;
  const compiled = definitions.map((definition) => ({ definition, compilation: compileFile(definition, council) }));
  for (const { definition, compilation } of compiled) logErrors(tools.log, council.id, definition.service, compilation.findings);
  logErrors(tools.log, council.id, undefined, findings);
  const good = compiled.flatMap(({ definition, compilation }) => (compilation.ok ? [definition] : []));
  if (reading.publish) await followFiles(tools, council.id, good);
  const onDisk = new Map(compiled.map((one) => [one.definition.service, { ...one, hash: definitionHash(one.definition) }]));
  const versions = await publishedVersions(tools.database, council.id);
  for (const [service, { compilation, hash }] of onDisk) {
    const version = versionWith(hash, service, versions);
    if (compilation.ok && version !== undefined) reading.know(council.id, Object.freeze({ ...compilation.service, version }));
  }
  return { council, onDisk, folderFindings: findings, ...(await decided(tools, council, reading.versionOf)) };
}

/** The number of the version that has a text; undefined where nobody has published that. */
export function versionWith(hash: string, service: string, versions: readonly VersionRow[]): number | undefined {
  return versions.find((row) => row.service === service && row.hash === hash)?.version;
}

async function followFiles(tools: StateTools, council: string, files: readonly DefinitionFile[]): Promise<void> {
  const all = { acts: await actsOf(tools.database, council), versions: await publishedVersions(tools.database, council) };
  for (const file of files) {
    const own = <Row extends { readonly service: string }>(rows: readonly Row[]) => rows.filter(({ service }) => service === file.service);
    const history = { acts: own(all.acts), versions: own(all.versions) };
    if (hasFileChanged(file, history, tools.clock.now())) await followFile(tools, council, file);
  }
}

/** What was decided about a council's services, as the database has it now. */
export async function decided(
  { database, clock }: StateTools,
  council: Council,
  versionOf: VersionOf,
): Promise<Pick<CouncilState, "histories" | "actCount" | "versions">> {
  const acts = await actsOf(database, council.id);
  const histories = new Map<string, History>();
  for (const [service, own] of Map.groupBy(acts, (act) => act.service)) {
    histories.set(service, await historyOf(own, clock.now(), (version) => versionOf(council.id, service, version, daysOff(council))));
  }
  return { histories, actCount: acts.length, versions: await publishedVersions(database, council.id) };
}

/** A published version, compiled again from what was kept of it; undefined when there is none. It names no council, whose teams may have changed since. */
export async function publishedService(
  database: Queries,
  council: string,
  service: string,
  version: number,
  off?: readonly string[],
): Promise<PublishedService | undefined> {
  const definition = await readDefinition(database, council, service, version);
  const compiled = definition === undefined ? undefined : compileFile(definition, undefined, off);
  return compiled?.ok === true ? Object.freeze({ ...compiled.service, version }) : undefined;
}

function logErrors(log: Log, council: string, service: string | undefined, findings: readonly Finding[]): void {
  for (const { severity, code, file, line, column } of findings) {
    if (severity !== "error") continue;
    const at = { council, code, id: `${file}:${line}:${column}`, ...(service === undefined ? {} : { service }) };
    log.error(service === undefined ? "council folder has an error" : "definition not published", at);
  }
}
