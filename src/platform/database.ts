import { Client, Pool } from "pg";
import type { ClientBase, ClientConfig } from "pg";
import { databaseError, DatabaseUnavailable, StatementFailed } from "./database-error.ts";
import { refuseUnsafe } from "./database-safety.ts";
import { columnTypes } from "./database-types.ts";
import { noteStatement } from "./statement-count.ts";
import type { Statement } from "./statement.ts";

export interface Queries {
  /** The rows a statement gives. Throws `StatementFailed` or `DatabaseUnavailable`. */
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** The number of rows a statement wrote. Throws as `query` does. */
  execute(statement: Statement, values?: readonly unknown[]): Promise<number>;
}

/** A connection of one's own, without time-outs and outside any transaction: for migrations and administration only. */
export interface Session extends Queries {
  /** Runs text of many statements, such as a migration; `name` says which in errors. */
  script(text: string, name: string): Promise<void>;
}

export interface Database extends Queries {
  /** Commits when `work` returns and rolls back when it throws. `work` must send its statements one after another through `within`. */
  transaction<Result>(work: (within: Queries) => Promise<Result>): Promise<Result>;
  session<Result>(work: (session: Session) => Promise<Result>): Promise<Result>;
  /** Waits for what is running, then closes every connection. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections kept at most. 8 unless told. */
  readonly connections?: number;
  /** Milliseconds a statement may take. 15,000 unless told. */
  readonly statementTimeout?: number;
  /** True lets the process end while connections are idle, and closes them sooner: for tests and commands. */
  readonly background?: boolean;
}

const CONNECT_TIMEOUT = 5000;
const STATEMENT_TIMEOUT = 15_000;

function clientConfig(connection: ClientConfig | string): ClientConfig {
  const where = typeof connection === "string" ? { connectionString: connection } : connection;
  return {
    ...where,
    types: columnTypes,
    application_name: "guildhall",
    options: "-c TimeZone=UTC",
    connectionTimeoutMillis: CONNECT_TIMEOUT,
  };
}

async function send(client: ClientBase, { name, text, unprepared }: Statement, values: readonly unknown[]) {
  noteStatement();
  try {
    const query = { text, values: [...values] };
    return await client.query<Record<string, unknown>>(unprepared === true ? query : { ...query, name });
  } catch (error) {
    throw databaseError(error, name);
  }
}

function queriesOn(client: ClientBase): Queries {
  return {
    // The declared statement decides its columns; the caller names them as Row beside it.
    query: async <Row>(statement: Statement, values: readonly unknown[] = []) => (await send(client, statement, values)).rows as Row[],
    execute: async (statement, values = []) => (await send(client, statement, values)).rowCount ?? 0,
  };
}

async function command(client: ClientBase, text: string, name = text): Promise<string> {
  try {
    return (await client.query(text)).command;
  } catch (error) {
    throw databaseError(error, name);
  }
}

/** Lends a connection. One that was lost or timed out is thrown away, since what it would say next is not known. */
async function lend<Result>(pool: Pool, work: (client: ClientBase) => Promise<Result>): Promise<Result> {
  const client = await pool.connect().catch((error: unknown) => {
    throw databaseError(error, "connect");
  });
  let lost = false;
  try {
    return await work(client);
  } catch (error) {
    lost = error instanceof DatabaseUnavailable;
    throw error;
  } finally {
    client.release(lost);
  }
}

async function transact<Result>(client: ClientBase, work: (within: Queries) => Promise<Result>): Promise<Result> {
  await command(client, "begin");
  try {
    const result = await work(queriesOn(client));
    // PostgreSQL answers a commit after a failed statement with a rollback, and no error.
    if ((await command(client, "commit")) === "ROLLBACK") throw new StatementFailed("commit", "25P02");
    return result;
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) await command(client, "rollback");
    throw error;
  }
}

async function withSession<Result>(config: ClientConfig, work: (session: Session) => Promise<Result>): Promise<Result> {
  const client = new Client(config);
  // A connection that is lost between statements also fails the next one, which says so.
  client.on("error", () => undefined);
  try {
    await client.connect().catch((error: unknown) => {
      throw databaseError(error, "connect");
    });
    return await work({ ...queriesOn(client), script: async (text, name) => void (await command(client, text, name)) });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Opens PostgreSQL at `connection` (settings, or a `postgres://` address) and refuses one that could lose acknowledged rows.
 * Connecting may take 5 seconds and a statement 15. Throws `CodedError`.
 */
export async function openDatabase(connection: ClientConfig | string, options: DatabaseOptions = {}): Promise<Database> {
  const config = clientConfig(connection);
  const timeout = options.statementTimeout ?? STATEMENT_TIMEOUT;
  const pool = new Pool({
    ...config,
    max: options.connections ?? 8,
    idleTimeoutMillis: options.background === true ? 1000 : 30_000,
    allowExitOnIdle: options.background ?? false,
    statement_timeout: timeout,
    // A frozen server cannot time itself out.
    query_timeout: timeout + 2000,
    idle_in_transaction_session_timeout: timeout + 5000,
  });
  // An idle connection that is lost leaves the pool; the next statement opens another.
  pool.on("error", () => undefined);
  // One that is lost while lent out fails the statement that is under way; its event has nothing to add.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const database: Database = {
    query: (statement, values) => lend(pool, (client) => queriesOn(client).query(statement, values)),
    execute: (statement, values) => lend(pool, (client) => queriesOn(client).execute(statement, values)),
    transaction: (work) => lend(pool, (client) => transact(client, work)),
    session: (work) => withSession(config, work),
    close: () => pool.end(),
  };
  try {
    await refuseUnsafe((settings) => database.query(settings));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
