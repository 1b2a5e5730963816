import type { FastifyRequest } from "fastify";

import { button } from "../../components/button.ts";
import type { Slot } from "../../components/html.ts";
import { html } from "../../components/html.ts";
import type { FormBody } from "./form-body.ts";

function isForm(body: unknown): body is FormBody {
  return typeof body === "object" && body !== null && "fields" in body && body.fields instanceof Map;
}

/**
 * A form that came while it could not be taken, as a button that sends it once more under the same one-time key: nobody types anything
 * twice. Nothing for a form with files, which a page cannot carry, or with a password, which no page shows.
 */
export function sendAgain({ method, url, body }: FastifyRequest, text: string): Slot {
  if (method !== "POST" || !isForm(body) || body.fields.size === 0) return undefined;
  const fields = [...body.fields].flatMap(([name, values]) => values.map((value) => ({ name, value })));
  if (fields.some(({ name }) => /password/i.test(name))) return undefined;
  const hidden = fields.map(({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">`);
  return html`<form method="post" action="${url}" novalidate>${hidden}${button({ text, preventDoubleClick: true })}</form>`;
}
