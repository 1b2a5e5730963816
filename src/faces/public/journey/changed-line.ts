import type { FastifyRequest } from "fastify";

import type { Slot } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { oneText } from "../../shared/query.ts";

const WORDS =
  "This form has changed since you last answered it. Answers that still hold are kept. Check the ones you gave before you send them.";

/** The line for a person who comes back to a form that has changed in a way that matters to them. */
export function changedLine(request: FastifyRequest): Slot {
  return oneText(request.query, "form") === "changed" && insetText({ text: WORDS });
}
