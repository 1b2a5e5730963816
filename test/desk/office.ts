import { calendarOfNation } from "../../src/cases/clock/work-calendar.ts";
import type { Answers, FileAnswer } from "../../src/answers/answer-type.ts";
import { walk } from "../../src/journey/walk.ts";
import { prepare } from "../../src/cases/prepare.ts";
import type { Officer } from "../../src/people/officer.ts";
import { createOfficer } from "../../src/people/officers.ts";
import { startSession } from "../../src/people/sessions.ts";
import { dayOf } from "../../src/platform/clock.ts";
import { setCookie } from "../../src/platform/http/cookies.ts";
import type { TestApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { webClient } from "../support/web-client.ts";

export const PASSWORD = "marmalade-tugboat-eleven";

/** Adds an officer to the borough of Eastmere. */
export async function officer(
  app: TestApp,
  name: string,
  roles: readonly string[],
  teams: readonly string[],
  council = "eastmere",
): Promise<Officer> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@${council}.example`;
  const made = await createOfficer(app.context, council, { name, email, password: PASSWORD, roles, teams }, app.clock.now());
  if (!made.ok) throw new Error(`${name} is there already`);
  return made.officer;
}

/** The `Cookie` header of a session of this officer, without the quarter of a second that a password takes. */
export async function sessionCookie(app: TestApp, { council, id }: Officer): Promise<string> {
  const token = await startSession(app.context, { council, id });
  const jar = { secret: await app.context.secrets.of(council), secure: false };
  return setCookie(jar, "desk", token).split(";")[0] ?? "";
}

/** A browser in which this officer is signed in. */
export async function signedIn(app: TestApp, who: Officer, host = "eastmere.example"): Promise<WebClient> {
  const session = await sessionCookie(app, who);
  const inject: TestApp["inject"] = (request) => {
    const cookie = [session, request.headers?.["cookie"]].filter(Boolean).join("; ");
    return app.inject({ ...request, headers: { ...request.headers, cookie } });
  };
  return webClient({ ...app, inject }, host);
}

/** Puts in a case as a resident's submission would, without the journey. */
export async function submitted(
  app: TestApp,
  service: string,
  answers: Answers,
  { council = "eastmere", files = [] }: { council?: string; files?: readonly FileAnswer[] } = {},
): Promise<string> {
  const found = app.context.councils.service(council, service);
  if (found === undefined) throw new Error(`${service} is not published`);
  const now = app.clock.now();
  // Whatever is stated on the way has been seen.
  const { live } = walk(found, answers, dayOf(now), "all");
  const preparation = prepare(found, live, now, calendarOfNation("england"), { today: dayOf(now), files });
  if (!preparation.ok) throw new Error(`${service}: ${JSON.stringify(preparation)}`);
  const submission = app.context.ids.uuid(now);
  const { prepared } = preparation;
  const made = await app.context.submit({ council, submission, service: found, prepared, channel: "web", officer: null, hasFiles: false });
  return made.reference;
}

/** The one-time key in the page's form that posts to `action`. */
export function keyIn(body: string, action: string): string {
  const form = body.split("<form").find((part) => part.includes(`action="${action}"`)) ?? "";
  const key = /name="key" value="([^"]+)"/.exec(form)?.[1];
  if (key === undefined) throw new Error(`No form posts to ${action}`);
  return key;
}

/** Posts a form as it is given, whatever the page says. `cookie` is a session, to which the form belongs. */
export async function postWith(
  app: TestApp,
  cookie: string,
  url: string,
  fields: Readonly<Record<string, string>>,
  host = "eastmere.example",
) {
  const headers = { host, cookie, "content-type": "application/x-www-form-urlencoded" };
  return await app.inject({ method: "POST", url, headers, payload: new URLSearchParams(fields).toString() });
}

export async function getWith(app: TestApp, cookie: string, url: string, host = "eastmere.example") {
  return await app.inject({ url, headers: { host, cookie } });
}
