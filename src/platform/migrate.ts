import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CodedError } from "./coded-error.ts";
import type { Database, Session } from "./database.ts";
import { StatementFailed } from "./database-error.ts";
import { statement } from "./statement.ts";

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

const FILE = /^(\d{3})-[a-z0-9-]+\.sql$/;
const installation = { acrossCouncils: "the record of migrations belongs to the whole installation" };

// Any number no other program uses for an advisory lock; this is "guildhal" in ASCII.
const takeLock = statement("migrations-lock", "select pg_advisory_lock(7454980672443670892)", installation);
const makeTable = statement(
  "migrations-table",
  `create table if not exists schema_migrations (
     number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`,
  installation,
);
const readApplied = statement("migrations-applied", "select number, name, checksum from schema_migrations order by number", installation);
const recordApplied = statement(
  "migrations-record",
  "insert into schema_migrations (number, name, checksum) values ($1, $2, $3)",
  installation,
);

async function readMigration(folder: string, name: string): Promise<Migration> {
  // Line ends differ between checkouts of the same file.
  const text = (await readFile(join(folder, name), "utf8")).replaceAll("\r\n", "\n");
  return { number: Number(name.slice(0, 3)), name, text, checksum: createHash("sha256").update(text).digest("hex") };
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).toSorted();
  const wrong = names.find((name, index) => Number(FILE.exec(name)?.[1]) !== index + 1);
  if (wrong !== undefined) {
    throw new CodedError(
      "migration-name",
      `The migration ${wrong} is out of order. Name migrations 001-what-it-does.sql, 002-..., without gaps`,
    );
  }
  return Promise.all(names.map((name) => readMigration(folder, name)));
}

function check(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const { number, name, checksum } of applied) {
    const migration = migrations[number - 1];
    if (migration === undefined) {
      throw new CodedError(
        "database-newer",
        `The database has the migration ${name}, which this Guildhall does not know. Start a newer Guildhall`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new CodedError(
        "migration-changed",
        `The migration ${migration.name} is not the one that made this database. Put it back as it was, and make changes in a new migration`,
      );
    }
  }
}

function lineOf(text: string, position: number): string {
  return ` at line ${text.slice(0, position).split("\n").length}`;
}

async function apply(session: Session, migration: Migration): Promise<void> {
  await session.script("begin", "begin");
  try {
    await session.script(migration.text, migration.name);
    await session.execute(recordApplied, [migration.number, migration.name, migration.checksum]);
    await session.script("commit", "commit");
  } catch (error) {
    const place = error instanceof StatementFailed && error.position !== undefined ? lineOf(migration.text, error.position) : "";
    const why = error instanceof Error ? error.message : String(error);
    throw new CodedError("migration-failed", `The migration ${migration.name} failed${place} and was undone. ${why}`);
  }
}

/**
 * Brings the database up to the numbered `.sql` files of `folder`, each in its own transaction, and gives the names of those it ran.
 * Programs that start at the same time take turns. Throws `CodedError`.
 */
export async function migrate(database: Database, folder: string): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  return database.session(async (session) => {
    // Freed with the connection, also when the program dies.
    await session.execute(takeLock);
    await session.execute(makeTable);
    const applied = await session.query<Applied>(readApplied);
    check(applied, migrations);
    const missing = migrations.filter(({ number }) => !applied.some((one) => one.number === number));
    for (const migration of missing) await apply(session, migration);
    return missing.map(({ name }) => name);
  });
}
