import type { FastifyReply } from "fastify";

import type { Context } from "../../context.ts";
import { contentHeaders } from "../../platform/files/content-headers.ts";
import { filesOfCase } from "../../platform/files/file-rows.ts";
import { refusal } from "../../platform/http/errors.ts";

/** Sends a file of a case that the asker may see. Throws `file-not-found`. */
export async function sendCaseFile(
  context: Context,
  item: { readonly council: string; readonly id: string },
  file: string,
  reply: FastifyReply,
) {
  const row = (await filesOfCase(context.database, item.council, item.id)).find(({ id }) => id === file);
  const bytes = row && (await context.files.open(item.council, row.sha256));
  if (row === undefined || bytes === undefined) throw refusal("file-not-found");
  return reply.headers(contentHeaders(row)).send(bytes);
}
