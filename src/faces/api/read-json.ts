import type { FastifyInstance } from "fastify";
import { refusal } from "../../platform/http/errors.ts";

/** The most that a JSON body may hold, in bytes. */
export const LARGEST_JSON = 1024 * 1024;
/** Nothing that a service asks is nested deeper. */
const DEEPEST = 20;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The value of a JSON text. Throws `Refusal`: not UTF-8, not JSON, or nested deeper than anything that is asked. */
export function readJson(body: Buffer): unknown {
  const text = textOf(body);
  try {
    const value: unknown = JSON.parse(text);
    if (!isDeeperThan(value, DEEPEST)) return value;
  } catch {
    throw refusal("not-understood", { detail: "The body is not JSON. Check its quotes, commas and brackets." });
  }
  throw refusal("not-understood", { detail: `The body is nested more than ${DEEPEST} deep. No service asks for that.` });
}

function textOf(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw refusal("not-utf8");
  }
}

/** Level by level, so that a text of a million brackets costs no more than any other. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((one): unknown[] => (typeof one === "object" && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** Makes an app read JSON bodies, and no others but those of files. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeContentTypeParser(["application/json", "text/plain"]);
  app.addContentTypeParser("application/json", { parseAs: "buffer", bodyLimit: LARGEST_JSON }, (_request, body, done) => {
    try {
      done(null, readJson(Buffer.isBuffer(body) ? body : Buffer.from(body)));
    } catch (error) {
      done(error instanceof Error ? error : new Error("A body could not be read"));
    }
  });
}
