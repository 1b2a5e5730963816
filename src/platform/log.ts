import { pino } from "pino";

/**
 * All that a log line may carry besides its words. Anything else is left out, and so is a text that has not the shape of an
 * id, a code, a number or a route pattern: a name, an email address or an address with a query can't get through.
 */
export interface LogFields {
  readonly id?: string;
  readonly reference?: string;
  readonly council?: string;
  readonly service?: string;
  readonly kind?: string;
  readonly ms?: number;
  readonly status?: number;
  readonly code?: string;
  readonly method?: string;
  /** The pattern of a route ("/apply/:service"), never the address that was asked for. */
  readonly route?: string;
  readonly count?: number;
}

/** Structured lines, one JSON object each. `event` is a fixed phrase in the code, never made from what a person gave. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields, error?: unknown): void;
  /** The error is written by its kind, code and stack; its message is not, because messages quote values. */
  error(event: string, fields?: LogFields, error?: unknown): void;
}

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

interface ErrorLine {
  readonly name: string;
  readonly code?: string;
  readonly constraint?: string;
  /** Which statement the database refused, and its SQLSTATE. */
  readonly statement?: string;
  readonly sqlState?: string;
  readonly stack: readonly string[];
  readonly cause?: ErrorLine;
}

const KEYS = ["id", "reference", "council", "service", "kind", "ms", "status", "code", "method", "route", "count"] as const;
const PLAIN = /^[\w.:*/-]{1,160}$/;
const PHRASE = /^[A-Za-z][A-Za-z ,'-]{0,90}$/;
const FRAME = /^\s+at [^\n]*(:\d+:\d+|<anonymous>|native)\)?$/;

function allowed(fields: LogFields | undefined): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const key of KEYS) {
    const value = fields?.[key];
    if (typeof value === "number") kept[key] = value;
    else if (typeof value === "string") kept[key] = PLAIN.test(value) ? value : "(withheld)";
  }
  return kept;
}

function plain(value: unknown): string | undefined {
  return typeof value === "string" && PLAIN.test(value) ? value : undefined;
}

const MARKS = ["code", "constraint", "statement", "sqlState"] as const;

function marksOf(error: Error): Partial<Record<(typeof MARKS)[number], string>> {
  const marks = new Map(Object.entries(error).map(([key, value]) => [key, plain(value)]));
  return Object.fromEntries(MARKS.flatMap((key) => (marks.get(key) === undefined ? [] : [[key, marks.get(key)]])));
}

function errorLine(error: unknown, depth = 0): ErrorLine {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  return {
    name: plain(error.name) ?? "Error",
    ...marksOf(error),
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => FRAME.test(line))
      .map((line) => line.trim())
      .slice(0, 15),
    ...(error.cause !== undefined && depth < 3 ? { cause: errorLine(error.cause, depth + 1) } : {}),
  };
}

/** Where lines go; standard output unless told. */
export interface LogOptions {
  readonly level: LogLevel;
  readonly write?: (line: string) => void;
}

export function createLog(options: LogOptions): Log {
  const destination = options.write === undefined ? pino.destination(1) : { write: options.write };
  const settings = { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: "event" };
  const logger = pino({ ...settings, formatters: { level: (label) => ({ level: label }) } }, destination);
  const line = (level: "debug" | "info" | "warn" | "error") => (event: string, fields?: LogFields, error?: unknown) => {
    if (!logger.isLevelEnabled(level)) return;
    const kept = { ...allowed(fields), ...(error === undefined ? {} : { error: errorLine(error) }) };
    logger[level](kept, PHRASE.test(event) ? event : "(withheld)");
  };
  return { debug: line("debug"), info: line("info"), warn: line("warn"), error: line("error") };
}
