import { access, mkdir, realpath } from "node:fs/promises";
import { lockFolder } from "../folder-lock.ts";
import { newAccount, ownerOf } from "./account.ts";
import { ensureCluster } from "./cluster.ts";
import { findPlace } from "./place.ts";
import type { Place } from "./place.ts";
import { prepareRuntime } from "./runtime.ts";
import type { Ending, ServerPlan } from "./server.ts";
import type { Settings } from "./settings.ts";
import { DATABASE, MAJOR, PORT, USER } from "./settings.ts";
import { SHARED_HOMES } from "./shared-home.ts";
import { socketFolder } from "./socket-folder.ts";
import { supervise } from "./supervisor.ts";

export interface PostgresOptions {
  /** Made if it is not there. */
  readonly dataFolder: string;
  /** Receives what the server and its launcher have to say, one line at a time. Never holds a value of a row. */
  readonly log: (line: string) => void;
  /** True when the server must not keep this process running and ends at once with it: for tests and commands. */
  readonly background?: boolean;
  /** Folders to try, in order, for what the database's user cannot reach where it is. `SHARED_HOMES` unless told. */
  readonly homes?: readonly string[];
  /** Settings in place of ours: for the tests, whose one server has a hundred databases. */
  readonly settings?: Settings;
}

export interface RunningPostgres {
  /** For pg and for `openDatabase`: `host` is the folder of the socket. */
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly database: string };
  /** Which server it is and where its data lies, for the start line. */
  readonly where: string;
  /** The main process of the moment. */
  readonly id: () => number;
  /** Tells when the server has ended by itself; it is being started again already. */
  readonly onExit: (listener: (ending: Ending) => void) => void;
  /** Ends it cleanly and frees the data folder. */
  readonly stop: () => Promise<void>;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function prepare(dataFolder: string, options: PostgresOptions): Promise<{ plan: ServerPlan; place: Place }> {
  const first = await newAccount();
  const homes = options.homes ?? SHARED_HOMES;
  const place = await findPlace(dataFolder, first, homes);
  const account = (await exists(place.cluster)) ? await ownerOf(place.cluster) : first;
  const runtime = await prepareRuntime(account, dataFolder, homes);
  await ensureCluster(place.cluster, runtime, account);
  await place.remember();
  const folder = await socketFolder(place.cluster, account);
  const plan = {
    runtime,
    account,
    cluster: place.cluster,
    socketFolder: folder,
    log: options.log,
    background: options.background ?? false,
    settings: options.settings ?? {},
  };
  return { plan, place };
}

function describe({ cluster, account }: ServerPlan, because: string | undefined): string {
  const who = account.other ? `, run by ${account.name}` : "";
  const why = because === undefined ? "" : `, who may not enter ${because}`;
  return `PostgreSQL ${MAJOR} in ${cluster}${who}${why}`;
}

function endWithProcess(id: () => number): () => void {
  const end = (): void => {
    try {
      process.kill(id(), "SIGQUIT");
    } catch {
      // It has ended already.
    }
  };
  process.once("exit", end);
  return () => process.off("exit", end);
}

/**
 * Starts the embedded PostgreSQL on a data folder, making the database at first, and keeps it running: when it ends by itself it is
 * started again. Clears away what a killed program or server left. Throws `CodedError`, of which `already-running` says that
 * another program has the folder.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  await mkdir(options.dataFolder, { recursive: true });
  const dataFolder = await realpath(options.dataFolder);
  const lock = lockFolder(dataFolder);
  try {
    const { plan, place } = await prepare(dataFolder, options);
    const server = await supervise(plan);
    const forget = plan.background ? endWithProcess(server.id) : () => undefined;
    const stop = async (): Promise<void> => {
      await server.stop();
      forget();
      lock.release();
    };
    const connection = { host: plan.socketFolder, port: PORT, user: USER, database: DATABASE };
    return { connection, where: describe(plan, place.because), id: server.id, onExit: server.onExit, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}
