import assert from "node:assert/strict";
import { test } from "node:test";

import { createLog } from "../../src/platform/log.ts";
import { testLog } from "../support/log.ts";

const PERSONAL = ["Doreen", "Atherton", "doreen@example.com", "07700 900123", "EM4 2QX", "token=abc"];

test("a line has its level, time, phrase and allowed fields", () => {
  const log = testLog();
  log.info("request", {
    council: "eastmere",
    service: "report-a-pothole",
    route: "/apply/:service/*",
    method: "GET",
    status: 200,
    ms: 3.5,
  });
  const line: unknown = JSON.parse(log.lines[0] ?? "");
  assert.partialDeepStrictEqual(line, {
    level: "info",
    event: "request",
    council: "eastmere",
    service: "report-a-pothole",
    route: "/apply/:service/*",
    method: "GET",
    status: 200,
    ms: 3.5,
  });
  assert.match(log.lines[0] ?? "", /"time":"\d{4}-\d\d-\d\dT/);
});

test("nothing personal gets through a field, an unknown key, a phrase, an error or its cause", () => {
  const log = testLog();
  const careless = {
    id: "doreen@example.com",
    reference: "Doreen Atherton",
    route: "/case?token=abc",
    kind: "07700 900123",
    body: "EM4 2QX",
  };
  log.info("received from doreen@example.com", careless);
  const cause = Object.assign(new Error("Key (email)=(doreen@example.com) already exists\n    at EM4 2QX"), {
    code: "23505",
    constraint: "officers_council_email_key",
    detail: "Doreen Atherton",
  });
  log.error("request failed", { id: "Doreen Atherton" }, new Error("Doreen Atherton could not be saved", { cause }));
  log.warn("thrown", {}, "doreen@example.com");
  const all = log.lines.join("");
  for (const value of PERSONAL) assert(!all.includes(value), `${value} was logged`);
  assert.match(all, /"code":"23505"/);
  assert.match(all, /officers_council_email_key/);
  assert.match(all, /log\.test\.ts/);
});

test("lines below the level are not written", () => {
  const lines: string[] = [];
  const log = createLog({ level: "warn", write: (line) => lines.push(line) });
  log.info("quiet");
  log.warn("loud");
  assert.equal(lines.length, 1);
});
