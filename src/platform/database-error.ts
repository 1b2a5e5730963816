import { DatabaseError } from "pg";
import { CodedError } from "./coded-error.ts";

/** The database cannot answer now: faces answer 503 and the caller may try again. */
export class DatabaseUnavailable extends CodedError {
  constructor(why: string) {
    super("database-unavailable", `The database cannot answer at the moment: ${why}. Try again in a few seconds`);
    this.name = "DatabaseUnavailable";
  }
}

/** PostgreSQL refused a statement. Says which and why by SQLSTATE and constraint; never holds a value of the row. */
export class StatementFailed extends CodedError {
  readonly statement: string;
  /** Five characters: https://www.postgresql.org/docs/18/errcodes-appendix.html */
  readonly sqlState: string;
  readonly constraint: string | undefined;
  /** Where in the text the mistake is, from 1, when PostgreSQL knows. */
  readonly position: number | undefined;
  constructor(
    statement: string,
    sqlState: string,
    about: { constraint?: string | undefined; position?: string | undefined; cause?: unknown } = {},
  ) {
    const { constraint, position, cause } = about;
    const where = constraint === undefined ? sqlState : `${sqlState}, ${constraint}`;
    super("statement-failed", `The statement ${statement} was refused (${where})`, cause === undefined ? {} : { cause });
    this.name = "StatementFailed";
    this.statement = statement;
    this.sqlState = sqlState;
    this.constraint = constraint;
    this.position = position === undefined ? undefined : Number(position);
  }
}

// Connection lost, too many connections or no room, cancelled by a time-out, shutting down, crashed, starting, or read-only after a failover.
const UNAVAILABLE = /^(08|53|57P|58)|^57014$|^25006$|^55P03$/;

// Wrong user or password; no such database.
const REFUSED = /^28|^3D000$/;

// What pg itself says, without a code, when a connection ends, is not given in time, or does not answer.
const LOST = /connection|timeout|closed|calling end/i;

const REASONS: Readonly<Record<string, string>> = {
  "57014": "a statement took too long",
  "55P03": "a lock took too long",
  "25006": "it is read-only",
  "53100": "its disk is full",
  "53300": "it has too many connections",
  "57P03": "it is starting",
};

/**
 * An error of pg as one of ours. PostgreSQL's own message, detail and parameters may quote what a person typed, so they are
 * dropped here and never become a `cause`.
 */
export function databaseError(error: unknown, statement: string): CodedError {
  if (error instanceof CodedError) return error;
  if (error instanceof DatabaseError) {
    const state = error.code ?? "XX000";
    if (REFUSED.test(state))
      return new CodedError(
        "database-refused",
        `The database refused Guildhall (${state}). Check the address, user and password in DATABASE_URL`,
      );
    if (UNAVAILABLE.test(state)) return new DatabaseUnavailable(REASONS[state] ?? `it answered ${state}`);
    return new StatementFailed(statement, state, { constraint: error.constraint, position: error.position });
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^E[A-Z]+$/.test(code)) return new DatabaseUnavailable(`the connection failed with ${code}`);
  if (LOST.test(String(error))) return new DatabaseUnavailable("the connection was lost or took too long");
  // A fault of ours in reading or sending a value, such as a bigint too large for a number.
  return new StatementFailed(statement, "XX000", { cause: error });
}
