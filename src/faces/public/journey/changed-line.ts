import type { FastifyRequest } from "fastify";

import type { Slot } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import type { PageWords } from "../../../language/page-words.ts";
import { oneText } from "../../shared/query.ts";

/** The line for a person who comes back to a form that has changed in a way that matters to them. */
export function changedLine(request: FastifyRequest, words: PageWords): Slot {
  return oneText(request.query, "form") === "changed" && insetText({ text: words.formChanged });
}
