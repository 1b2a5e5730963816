import { resolve } from "node:path";

import type { Setting, SettingReading } from "./setting.ts";
import { address, folder, oneOf, onOff, perhapsWhole, text, whole } from "./setting.ts";

/** Which clients may say whom they forward for: nobody, the nearest so many proxies, or these addresses and networks. */
export type TrustProxy = false | number | readonly string[];

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

function readTrust(given: string): SettingReading<TrustProxy> {
  if (/^\d{1,2}$/.test(given)) return { ok: true, value: given === "0" ? false : Number(given) };
  const networks = given.split(",").map((part) => part.trim());
  const good = networks.every((network) => /^[0-9a-f.:]+(\/\d{1,3})?$/i.test(network) && /[.:]/.test(network));
  if (good) return { ok: true, value: networks };
  return { ok: false, problem: "must be 0, a number of proxies, or addresses and networks with commas between, like 10.0.0.0/8" };
}

function readDomain(given: string): SettingReading<string> {
  const value = given.toLowerCase();
  const good = value === "" || (value.length <= 180 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]+$/.test(value));
  return good ? { ok: true, value } : { ok: false, problem: "must be a domain, like replies.council.example" };
}

/** Every setting: how it is read and what docs/reference/settings.md says of it. */
export const SETTINGS = {
  port: whole("PORT", "3000", 0, 65_535, "The port to listen on. 0 takes a free one."),
  host: text("HOST", "127.0.0.1", "The address to listen on. 0.0.0.0 listens on all of them, which a container needs."),
  data: folder("GUILDHALL_DATA", ".data", "The folder for uploaded files and the embedded database."),
  databaseUrl: address(
    "DATABASE_URL",
    ["postgres:", "postgresql:"],
    "A PostgreSQL 18 database to use. With none set, Guildhall runs its own in the data folder.",
  ),
  demo: onOff(
    "GUILDHALL_DEMO",
    "1",
    "Whether an empty database is filled with the demonstration's cases, and the demonstration's pages are shown.",
  ),
  dev: onOff("GUILDHALL_DEV", "0", "Whether changed definitions are read again on each page. For writing services, not for serving them."),
  smtpUrl: address(
    "SMTP_URL",
    ["smtp:", "smtps:"],
    "The mail server: smtp://user:password@host:587 (encrypted by STARTTLS where offered, always where ?requireTLS=true) or smtps://host:465. With none set, email stays in the local mailbox.",
  ),
  mailFrom: text("MAIL_FROM", "", "The address email comes from, like no-reply@council.example. Needed with SMTP_URL."),
  mailInDomain: {
    name: "MAIL_IN_DOMAIN",
    fallback: "",
    about:
      "The domain whose mail reaches this installation, like replies.council.example. With it email about a case is sent so that answers come to the case. With none set, answers go to MAIL_FROM.",
    secret: false,
    read: readDomain,
  } satisfies Setting<string>,
  mailInPort: perhapsWhole(
    "MAIL_IN_PORT",
    1,
    65_535,
    "The port on which the council's mail server hands over mail for MAIL_IN_DOMAIN, by SMTP. With none set, no mail is taken.",
  ),
  mailInHost: text("MAIL_IN_HOST", "127.0.0.1", "The address to take mail on. Only the council's mail server should reach it."),
  clamdUrl: address(
    "CLAMD_URL",
    ["tcp:", "unix:"],
    "The ClamAV daemon that scans uploads: tcp://host:3310 or unix:///run/clamav/clamd.ctl. With none set, uploads are not scanned.",
  ),
  publicUrl: address(
    "PUBLIC_URL",
    ["http:", "https:"],
    "The address people know this installation by, for the links in messages. With none set, http://localhost and the port.",
  ),
  councils: folder("COUNCILS", "councils", "The folder that holds one folder for each council."),
  trustProxy: {
    name: "TRUST_PROXY",
    fallback: "0",
    about:
      "Whose X-Forwarded-For is believed: 0 for nobody, the number of proxies in front, or their addresses and networks with commas between.",
    secret: false,
    read: readTrust,
  } satisfies Setting<TrustProxy>,
  logLevel: oneOf("LOG_LEVEL", "info", LEVELS, "How much is logged."),
} as const;

type Table = typeof SETTINGS;

/** What the environment says, read once at start. */
export type Config = { readonly [K in keyof Table]: Table[K] extends Setting<infer T> ? T : never };

export type ConfigReading = { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads the environment. A setting that is empty counts as not set. All that is wrong is said at once, one sentence a setting,
 * without the values (they may hold passwords). Relative folders are taken from `from`.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, from: string): ConfigReading {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [key, setting] of Object.entries<Setting<unknown>>(SETTINGS)) {
    const reading = setting.read(environment[setting.name]?.trim() || setting.fallback);
    if (reading.ok) values[key] = reading.value;
    else problems.push(`${setting.name} ${reading.problem}.`);
  }
  for (const key of ["data", "councils"] as const) values[key] = resolve(from, String(values[key]));
  if (values["smtpUrl"] !== undefined && values["mailFrom"] === "") problems.push("MAIL_FROM must be set where SMTP_URL is.");
  if (values["mailInPort"] !== undefined && values["mailInDomain"] === "")
    problems.push("MAIL_IN_DOMAIN must be set where MAIL_IN_PORT is.");
  if (problems.length > 0) return { ok: false, problems };
  // Safe: the loop put what each row of the table reads under that row's key.
  return { ok: true, config: Object.freeze(values as Config) };
}
