import type { LightMyRequestResponse } from "fastify";

import { statement } from "../../src/platform/statement.ts";
import type { TestApp, TestAppOptions } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { COUNCIL, COUNCIL_FILES, SERVICE } from "./council.ts";
import { keyOf } from "./http.ts";

const HOME = `/services/${SERVICE}`;

const caseRows = statement("faults-case-rows", "select reference, answers from cases where council = $1 order by opened_at, id");
const messageRows = statement("faults-message-rows", "select cause, state from messages where council = $1");

/** The product over a database of its own, with the fault rounds' council. */
export function faultsApp(options: TestAppOptions = {}): Promise<TestApp> {
  return testApp({ councils: COUNCIL_FILES, ...options });
}

export function casesOf(app: TestApp): Promise<{ reference: string; answers: Readonly<Record<string, unknown>> }[]> {
  return app.database.query(caseRows, [COUNCIL]);
}

export function messagesOf(app: TestApp): Promise<{ cause: string; state: string }[]> {
  return app.database.query(messageRows, [COUNCIL]);
}

/** A person with a journey under way, who may do things out of order and at once. */
export interface Visitor {
  /** The hidden key of the journey's forms. */
  readonly key: string;
  readonly cookie: string;
  /** `screen` is the last part of the address. */
  get(screen: string): Promise<LightMyRequestResponse>;
  post(screen: string, fields?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
  /** Answers everything; what is left is to send it. */
  answerAll(): Promise<void>;
}

function form(url: string, fields: Readonly<Record<string, string>>, cookie = "") {
  const payload = new URLSearchParams(fields).toString();
  return { method: "POST" as const, url, payload, headers: { cookie, "content-type": "application/x-www-form-urlencoded" } };
}

/** Starts a journey. */
export async function visitor(app: TestApp, email = "ann@example.com"): Promise<Visitor> {
  const startKey = keyOf((await app.inject({ url: HOME })).body) ?? "";
  const started = await app.inject(form(`${HOME}/start`, { key: startKey }));
  const cookie = started.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const get = (screen: string) => app.inject({ url: `${HOME}/journey/${screen}`, headers: { cookie } });
  const key = keyOf((await get("cups")).body) ?? "";
  const post = (screen: string, fields: Readonly<Record<string, string>> = {}) =>
    app.inject(form(`${HOME}/journey/${screen}`, { key, ...fields }, cookie));
  const answerAll = async (): Promise<void> => {
    await post("cups", { cups: "4" });
    await post("why", { why: "A party" });
    await post("your-email", { your_email: email });
    await post("list");
  };
  return { key, cookie, get, post, answerAll };
}

/** The reference on the page after sending. */
export function referenceOn(page: LightMyRequestResponse): string | undefined {
  return /<strong>([0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3})<\/strong>/.exec(page.body)?.[1];
}
