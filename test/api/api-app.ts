import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import type { LightMyRequestResponse } from "fastify";
import { createApiKey } from "../../src/people/api-keys.ts";
import type { ApiRight } from "../../src/people/api-keys.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";

const YAML = readFileSync(new URL("../../councils/eastmere/council.yaml", import.meta.url), "utf8");

/** A council like Eastmere under another name, which answers on `name.example`. */
function councilFile(name: string): string {
  return YAML.replace("council: eastmere", `council: ${name}`).replace(/hosts: .*/, `hosts: [${name}.example]`);
}

export interface Sent {
  readonly council?: string;
  readonly key?: string;
  readonly idempotency?: string | undefined;
  readonly body?: unknown;
  readonly raw?: string | Buffer;
  readonly type?: string;
}

export interface ApiApp extends TestApp {
  makeKey(council: string, ...rights: readonly ApiRight[]): Promise<string>;
  get(url: string, sent?: Sent): Promise<LightMyRequestResponse>;
  post(url: string, sent?: Sent): Promise<LightMyRequestResponse>;
}

function headersOf({ council = "here", key, type }: Sent): Record<string, string> {
  return {
    host: `${council}.example`,
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(type === undefined ? {} : { "content-type": type }),
  };
}

/** Two councils in one installation, `here` and `there`. */
export async function apiApp(settings: Readonly<Record<string, string>> = {}): Promise<ApiApp> {
  const app = await testApp({
    councils: { "here/council.yaml": councilFile("here"), "there/council.yaml": councilFile("there") },
    settings,
  });
  return {
    ...app,
    async makeKey(council, ...rights) {
      const made = await createApiKey(
        { database: app.database, ids: app.context.ids },
        { council, name: "A system", rights },
        app.clock.now(),
      );
      return made.text;
    },
    get: (url, sent = {}) => app.inject({ method: "GET", url, headers: headersOf(sent) }),
    post(url, sent = {}) {
      const idempotency = "idempotency" in sent ? sent.idempotency : randomUUID();
      const headers = {
        ...headersOf({ type: "application/json", ...sent }),
        ...(idempotency === undefined ? {} : { "idempotency-key": idempotency }),
      };
      return app.inject({ method: "POST", url, headers, payload: sent.raw ?? JSON.stringify(sent.body) });
    },
  };
}

/** A whole report of a pothole. */
export const POTHOLE = {
  where: { text: "Outside 12 Mill Lane" },
  road_kind: "street",
  width: "small",
  danger: false,
  your_name: { first: "Ann", last: "Lee" },
  tell_by: "email",
  your_email: "ann@example.org",
} as const;

export const POTHOLES = "/api/services/report-a-pothole/cases";

/** One file, as a form sends it. */
export function multipart(name: string, bytes: Buffer): { raw: Buffer; type: string } {
  const head = `--edge\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return { raw: Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n--edge--\r\n")]), type: "multipart/form-data; boundary=edge" };
}
