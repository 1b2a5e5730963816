import { CodedError } from "./coded-error.ts";
import { statement } from "./statement.ts";
import type { Statement } from "./statement.ts";

const OLDEST = 180_000;

export interface DatabaseSettings {
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
  standbys: string;
  version: string;
  encoding: string;
}

const readSettings = statement(
  "database-settings",
  `select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
     current_setting('synchronous_commit') as synchronous_commit, current_setting('synchronous_standby_names') as standbys,
     current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
  { acrossCouncils: "reads the server's settings, no rows" },
);

function unsafe(setting: string, value: string): CodedError {
  return new CodedError(
    "database-unsafe",
    `The database has ${setting} = ${value}, so a crash could lose cases that people were told are safe. Set ${setting} to on and start again`,
  );
}

function problem(settings: DatabaseSettings): CodedError | undefined {
  if (Number(settings.version) < OLDEST) {
    return new CodedError("database-too-old", `The database is version ${settings.version}. Guildhall needs PostgreSQL 18 or later`);
  }
  if (settings.encoding !== "UTF8") {
    return new CodedError("database-encoding", `The database keeps text as ${settings.encoding}. Make one with encoding UTF8`);
  }
  if (settings.fsync !== "on") return unsafe("fsync", settings.fsync);
  if (settings.full_page_writes !== "on") return unsafe("full_page_writes", settings.full_page_writes);
  if (settings.synchronous_commit === "off") return unsafe("synchronous_commit", settings.synchronous_commit);
  // With a standby named, local would acknowledge rows that a failover then loses.
  if (settings.synchronous_commit === "local" && settings.standbys !== "") return unsafe("synchronous_commit", settings.synchronous_commit);
  return undefined;
}

/** Throws `CodedError` when the database could lose rows that it has acknowledged, or is one that Guildhall cannot use. */
export async function refuseUnsafe(ask: (statement: Statement) => Promise<readonly DatabaseSettings[]>): Promise<void> {
  const [settings] = await ask(readSettings);
  const found = settings === undefined ? undefined : problem(settings);
  if (found !== undefined) throw found;
}
