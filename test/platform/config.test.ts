import assert from "node:assert/strict";
import { test } from "node:test";

import { readConfig, SETTINGS } from "../../src/platform/config.ts";

function problemsOf(environment: Record<string, string>): readonly string[] {
  const reading = readConfig(environment, "/srv");
  return reading.ok ? [] : reading.problems;
}

test("an empty environment gives the documented defaults, frozen", () => {
  const reading = readConfig({}, "/srv");
  assert(reading.ok);
  assert.deepEqual(reading.config, {
    port: 3000,
    host: "127.0.0.1",
    data: "/srv/.data",
    databaseUrl: undefined,
    demo: true,
    dev: false,
    smtpUrl: undefined,
    mailFrom: "",
    mailInDomain: "",
    mailInPort: undefined,
    mailInHost: "127.0.0.1",
    clamdUrl: undefined,
    publicUrl: undefined,
    councils: "/srv/councils",
    trustProxy: false,
    logLevel: "info",
  });
  assert(Object.isFrozen(reading.config));
});

test("an empty variable counts as not set", () => {
  const reading = readConfig({ PORT: "", GUILDHALL_DEMO: " ", DATABASE_URL: "" }, "/srv");
  assert(reading.ok);
  assert.equal(reading.config.port, 3000);
  assert.equal(reading.config.databaseUrl, undefined);
});

test("all problems are said at once, by name, without the values", () => {
  const problems = problemsOf({
    PORT: "http",
    DATABASE_URL: "mysql://me:hunter2@db",
    GUILDHALL_DEMO: "maybe",
    LOG_LEVEL: "loud",
    TRUST_PROXY: "everyone",
  });
  assert.deepEqual(problems, [
    "PORT must be a whole number from 0 to 65535.",
    "DATABASE_URL must be an address that starts with postgres:// or postgresql://.",
    "GUILDHALL_DEMO must be 1 or 0.",
    "TRUST_PROXY must be 0, a number of proxies, or addresses and networks with commas between, like 10.0.0.0/8.",
    "LOG_LEVEL must be one of debug, info, warn, error, silent.",
  ]);
  assert(!problems.join(" ").includes("hunter2"));
});

test("ports outside the range are refused", () => {
  assert.equal(problemsOf({ PORT: "65535" }).length, 0);
  assert.equal(problemsOf({ PORT: "65536" }).length, 1);
  assert.equal(problemsOf({ PORT: "-1" }).length, 1);
});

test("mail with no sender's address is refused", () => {
  assert.deepEqual(problemsOf({ SMTP_URL: "smtp://mail:25" }), ["MAIL_FROM must be set where SMTP_URL is."]);
  assert.deepEqual(problemsOf({ SMTP_URL: "smtp://mail:25", MAIL_FROM: "no-reply@eastmere.example" }), []);
});

function trust(given: string) {
  const reading = readConfig({ TRUST_PROXY: given }, "/srv");
  return reading.ok ? reading.config.trustProxy : "refused";
}

test("a proxy is trusted by count or by network, never by default", () => {
  assert.equal(trust("0"), false);
  assert.equal(trust("2"), 2);
  assert.deepEqual(trust("10.0.0.0/8, ::1"), ["10.0.0.0/8", "::1"]);
  assert.equal(trust("true"), "refused");
});

test("every setting has its own name and says what it is for", () => {
  const rows = Object.values(SETTINGS);
  assert.equal(new Set(rows.map((row) => row.name)).size, rows.length);
  for (const row of rows) assert.match(row.about, /^[A-Z].+\.$/s, row.name);
});
