import { CodedError } from "../coded-error.ts";
import { ERRORS } from "./error-list.ts";
import { inWelsh } from "./error-list-welsh.ts";
import type { ErrorCode, ErrorEntry } from "./error-list.ts";

/** An error that a face answers with. Thrown from anywhere in a request; one handler turns it into a page or a problem document. */
export class Refusal extends CodedError {
  override readonly code: ErrorCode;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;
  constructor(code: ErrorCode, detail: string, retryAfter: number | undefined) {
    super(code, detail);
    this.name = "Refusal";
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** The error of a code. `detail` replaces the standing advice where more is known; it never holds what a person typed. */
export function refusal(code: ErrorCode, more: { detail?: string; retryAfter?: number } = {}): Refusal {
  return new Refusal(code, more.detail ?? ERRORS[code].advice, more.retryAfter);
}

// What Fastify, its plugins and Node say, and what the house threw below the faces, as our codes.
const KNOWN: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "too-large",
  FST_REQ_FILE_TOO_LARGE: "too-large",
  FST_FILES_LIMIT: "too-many-fields",
  FST_FIELDS_LIMIT: "too-many-fields",
  FST_PARTS_LIMIT: "too-many-fields",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "type-not-supported",
  FST_INVALID_MULTIPART_CONTENT_TYPE: "type-not-supported",
  FST_ERR_NOT_FOUND: "page-not-found",
  FST_ERR_BAD_URL: "page-not-found",
  "database-unavailable": "database-unavailable",
  "database-refused": "database-unavailable",
  // The disk is full, over its quota, or has been made read-only after a fault. PostgreSQL's own disk is told by its own code.
  ENOSPC: "files-unavailable",
  EDQUOT: "files-unavailable",
  EROFS: "files-unavailable",
  "lane-full": "busy",
  "password-busy": "sign-in-busy",
};

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : undefined;
}

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  404: "page-not-found",
  413: "too-large",
  414: "address-too-long",
  415: "type-not-supported",
  431: "headers-too-large",
};

/**
 * Anything thrown, as a refusal. A client's mistake that has no code of ours is `not-understood`; whatever else is `fault`, whose
 * own message is for the log alone.
 */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const known = KNOWN[codeOf(error) ?? ""];
  if (known !== undefined) return refusal(known, ERRORS[known].status === 503 ? { retryAfter: 5 } : {});
  const status = statusOf(error) ?? 500;
  if (status < 400 || status >= 500) return refusal("fault");
  return refusal(BY_STATUS[status] ?? "not-understood");
}

/** What an error page or a problem document says of a refusal. */
export function entryOf(refused: Refusal, language: "en" | "cy" = "en"): ErrorEntry {
  const entry = { ...ERRORS[refused.code], advice: refused.message };
  return language === "cy" ? inWelsh(refused.code, entry, ERRORS[refused.code].advice) : entry;
}

/** The headers that an answer to a refusal carries. */
export function headersOf(refused: Refusal): Record<string, string> {
  const retry: Record<string, string> = refused.retryAfter === undefined ? {} : { "retry-after": String(refused.retryAfter) };
  return { ...retry, ...(refused.code.startsWith("key-") && ERRORS[refused.code].status === 401 ? { "www-authenticate": "Bearer" } : {}) };
}
