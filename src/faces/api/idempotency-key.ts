import type { FastifyRequest } from "fastify";
import { refusal } from "../../platform/http/errors.ts";

const PRINTABLE = /^[\x20-\x7e]{1,255}$/;

/** The key under which a call is done once. Throws `one-time-key-missing`. */
export function idempotencyKey(request: Pick<FastifyRequest, "headers">): string {
  const key = request.headers["idempotency-key"];
  if (typeof key === "string" && PRINTABLE.test(key)) return key;
  const detail = "Send 1 to 255 printable characters in the Idempotency-Key header, such as a new UUID. Send the same ones when you retry.";
  throw refusal("one-time-key-missing", { detail });
}
