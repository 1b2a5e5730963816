import type { Condition } from "./condition.ts";
import { lose } from "./components.ts";
import type { Source } from "./components.ts";
import type { Asked, Page } from "./form.ts";
import type { Json } from "./json.ts";
import { groupOf, repeats } from "./pages.ts";
import type { ReadPage } from "./pages.ts";

/** A page of the file and what was read from it. */
export interface PagePair {
  readonly page: Json;
  readonly read: ReadPage;
}

export function isStart({ controller }: ReadPage): boolean {
  return controller === "StartPageController" || controller === "start";
}

const ENDS: ReadonlySet<string> = new Set([
  "SummaryPageController",
  "SummaryPageWithConfirmationEmailController",
  "StatusPageController",
  "summary",
]);

export function isSummary({ controller, path }: ReadPage): boolean {
  return ENDS.has(controller) || path === "/summary" || path === "summary";
}

/** One page of the tree; undefined for a page that asks nothing and ends nothing, whose texts go into the report. */
export function pageOf(page: Json, read: ReadPage, source: Source, when?: Condition, dead = false): Page | undefined {
  const guard = when === undefined ? {} : { when };
  const head = { source: read.path, title: read.title, ...guard };
  if (read.controller === "TerminalPageController" || dead) {
    if (read.questions.length > 0)
      lose(
        source,
        "left",
        read.path,
        "The page ends the form, so that what it asks is sent to nobody.",
        read.questions.map(({ ask }) => ask).join("; "),
      );
    return { ...head, questions: [], ending: read.content || read.title };
  }
  const questions = repeats(page) ? [groupOf(page, read, source)].filter((group): group is Asked => group !== undefined) : read.questions;
  if (questions.length > 0) return { ...head, questions };
  // What the start page says stands on the start page.
  if (read.content !== "" && !isStart(read)) lose(source, "kept", read.path, `The page ‘${read.title}’ only shows a text.`, read.content);
  return undefined;
}
