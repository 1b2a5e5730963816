import { createHash } from "node:crypto";

/** PostgreSQL's major version that the programs and the data folder are of. */
export const MAJOR = "18";
/** The user and the database of the embedded server. */
export const USER = "guildhall";
export const DATABASE = "postgres";
/** Names the socket file; nothing listens on a network port. */
export const PORT = 5432;

/** Settings of PostgreSQL by their names. */
export type Settings = Readonly<Record<string, string>>;

const SETTINGS: Settings = {
  listen_addresses: "",
  port: String(PORT),
  unix_socket_permissions: "0700",
  max_connections: "50",
  timezone: "UTC",
  log_timezone: "UTC",

  // Nothing that was acknowledged may be lost.
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",

  // A small machine that Guildhall shares. Memory counts only once it is touched.
  shared_buffers: "128MB",
  effective_cache_size: "1GB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  random_page_cost: "1.1",
  jit: "off",
  io_method: "sync",
  max_logical_replication_workers: "0",

  // Little enough log that a crash is replayed within five seconds: two busy cores replay 140 MB a second. The packaged programs
  // can compress the log with pglz alone, which costs more processor time than the disk saves.
  wal_compression: "off",
  max_wal_size: "512MB",
  checkpoint_timeout: "2min",
  checkpoint_warning: "0",

  // Drafts and jobs are rewritten all the time: clean up early and often rather than rarely and long.
  autovacuum_naptime: "15s",
  autovacuum_max_workers: "2",
  autovacuum_vacuum_scale_factor: "0.05",
  autovacuum_analyze_scale_factor: "0.02",
  autovacuum_vacuum_cost_limit: "1000",

  // An error's message, detail and statement may quote what a person typed. The program reports failures itself, without values;
  // at this level the server writes only what it does (LOG) and what ends it (FATAL, PANIC).
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
  log_line_prefix: "",
};

/** Names the cluster in the titles of all its processes, by which they are found again. */
export function clusterName(cluster: string): string {
  return `guildhall-${createHash("sha256").update(cluster).digest("hex").slice(0, 12)}`;
}

/** Arguments of `postgres`. On the command line they win over every file in the cluster, and nothing need be written there. */
export function serverArguments(cluster: string, socketFolder: string, settings: Settings): readonly string[] {
  const all = { ...SETTINGS, ...settings, cluster_name: clusterName(cluster), unix_socket_directories: socketFolder };
  return ["-D", cluster, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** The environment of PostgreSQL's programs: none of ours, which may hold secrets. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}
