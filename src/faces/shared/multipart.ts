import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";

import { refusal } from "../../platform/http/errors.ts";
import { LARGEST_FILE } from "../../platform/files/receive.ts";
import type { FormBody, PostedFile } from "./form-body.ts";
import { gather, LARGEST_FORM } from "./form-body.ts";

const MOST_FILES = 10;

/** Makes an app take forms with files. Bytes are held in memory only up to the size that a file may have. */
export async function takeFiles(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    // One byte more than allowed, so that a file that is too large is told from one that just fits.
    limits: {
      fileSize: LARGEST_FILE + 1,
      files: MOST_FILES,
      fields: 500,
      fieldSize: LARGEST_FORM,
      parts: 500 + MOST_FILES,
      headerPairs: 50,
    },
    throwFileSizeLimit: false,
  });
}

/** The posted form, with or without files. An input in which no file was chosen gives none. */
export async function formOf(request: FastifyRequest): Promise<FormBody> {
  if (!request.isMultipart()) {
    // Safe: the only other parser of these faces is the one for urlencoded forms, which makes a FormBody.
    return (request.body as FormBody | undefined) ?? { fields: new Map(), files: [] };
  }
  const pairs: [string, string][] = [];
  const files: PostedFile[] = [];
  for await (const part of request.parts()) {
    if (part.type === "file") {
      const bytes = await part.toBuffer();
      if (part.filename !== "" || bytes.length > 0) files.push({ field: part.fieldname, name: part.filename, bytes });
    } else if (typeof part.value === "string") pairs.push([part.fieldname, part.value]);
    else throw refusal("not-understood");
  }
  return { fields: gather(pairs), files };
}
