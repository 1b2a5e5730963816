import { buffer } from "node:stream/consumers";

import type { FastifyReply } from "fastify";

import type { Context } from "../../context.ts";
import { contentHeaders, isShown } from "../../platform/files/content-headers.ts";
import { filesOfCase } from "../../platform/files/file-rows.ts";
import { previewImage } from "../../platform/files/image.ts";
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

/** How long a browser keeps a preview, in seconds: while a case is worked on, and not much longer. */
const PREVIEW_KEPT = 300;

/** Sends a small picture of a file of a case, where that is a picture. Made anew from its pixels: nothing else of the file is in it. Throws `file-not-found`. */
export async function sendCasePreview(
  context: Context,
  item: { readonly council: string; readonly id: string },
  file: string,
  reply: FastifyReply,
) {
  const row = (await filesOfCase(context.database, item.council, item.id)).find(({ id }) => id === file);
  const bytes = row !== undefined && isShown(row) ? await context.files.open(item.council, row.sha256) : undefined;
  const preview = bytes && (await previewImage(await buffer(bytes)));
  if (preview === undefined) throw refusal("file-not-found");
  const headers = contentHeaders({ name: "preview.webp", type: "image/webp" });
  return reply.headers({ ...headers, "cache-control": `private, max-age=${PREVIEW_KEPT}` }).send(preview);
}
