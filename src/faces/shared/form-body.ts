import type { FastifyInstance } from "fastify";

import type { Fields } from "../../answers/answer-type.ts";
import { refusal } from "../../platform/http/errors.ts";

/** A posted form: its text fields, and the files chosen in it. */
export interface FormBody {
  readonly fields: Fields;
  readonly files: readonly PostedFile[];
}

export interface PostedFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** The most that a form without files may hold, in bytes and in fields. */
export const LARGEST_FORM = 256 * 1024;
const MOST_FIELDS = 1000;

const NO_FIELDS: Fields = new Map();
export const EMPTY_FORM: FormBody = { fields: NO_FIELDS, files: [] };

/** Gathers fields by name; a field that was posted twice keeps all its values. */
export function gather(pairs: Iterable<readonly [string, string]>): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of pairs) {
    count += 1;
    if (count > MOST_FIELDS) throw refusal("too-many-fields");
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  return fields;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function readForm(body: Buffer): FormBody {
  let text: string;
  try {
    text = utf8.decode(body);
    // URLSearchParams replaces what is not UTF-8; decodeURIComponent refuses it.
    if (text.includes("%")) decodeURIComponent(text);
  } catch {
    throw refusal("not-utf8");
  }
  return { fields: gather(new URLSearchParams(text)), files: [] };
}

/** Makes an app read posted forms as `FormBody`, within limits. */
export function readForms(app: FastifyInstance): void {
  app.removeContentTypeParser(["application/json", "text/plain"]);
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "buffer", bodyLimit: LARGEST_FORM }, (_request, body, done) => {
    try {
      done(null, readForm(Buffer.isBuffer(body) ? body : Buffer.from(body)));
    } catch (error) {
      done(error instanceof Error ? error : new Error("A form could not be read"));
    }
  });
}

/** The first value of a field, or the empty text. */
export function field(body: FormBody, name: string): string {
  return body.fields.get(name)?.[0] ?? "";
}
