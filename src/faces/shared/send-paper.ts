import type { Readable } from "node:stream";

import type { FastifyReply } from "fastify";

/** Sends a PDF as it is made, to be saved: no page of ours shows it, and nothing keeps a copy on the way. `name` holds no personal data. */
export function sendPaper(reply: FastifyReply, name: string, paper: Readable) {
  return reply
    .headers({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${name.replaceAll(/[^\w-]/g, "-")}.pdf"`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    })
    .send(paper);
}
