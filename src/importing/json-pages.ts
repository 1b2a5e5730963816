import { all } from "./condition.ts";
import { allText } from "./asked-text.ts";
import type { Condition } from "./condition.ts";
import { lose } from "./source.ts";
import type { Source } from "./source.ts";
import type { Asked, NamedPage, Page } from "./form.ts";
import { entryOf } from "./json.ts";
import type { Json } from "./json.ts";
import { groupOf, repeats } from "./pages.ts";
import type { ReadPage } from "./pages.ts";

/** A page of the file and what was read from it. */
export interface PagePair {
  readonly page: Json;
  readonly read: ReadPage;
}

const STARTS: ReadonlySet<string> = new Set(["StartPageController", "start", "MultiStartPageController", "HomePageController", "home"]);
const ENDS: ReadonlySet<string> = new Set([
  "SummaryPageController",
  "SummaryPageWithConfirmationEmailController",
  "CustomSummaryPageController",
  "CheckpointSummaryPageController",
  "StatusPageController",
  "summary",
]);
/** Controllers whose pages are pages here, with nothing more to say. */
const ORDINARY: ReadonlySet<string> = new Set([
  "",
  "PageController",
  "PageControllerBase",
  "page",
  "RepeatPageController",
  "FileUploadPageController",
  "UploadPageController",
  "TerminalPageController",
]);
/** What else the pages of a controller do. */
const BESIDES: Readonly<Record<string, string>> = {
  RepeatingFieldPageController: "it kept a list of what was added; here that is a group",
  RepeatingSectionPageController: "it was asked again for each entry of its section; here that is a group",
  MiniSummaryPageController: "it showed the answers so far; here people see them on the check page",
  NonSubmittingSummaryPageController: "it showed the answers so far; here people see them on the check page",
  FindAnAddressPageController: "it looked an address up by its postcode",
  SelectAnAddressPageController: "it offered the addresses of a postcode",
  AddressLookupPageController: "it looked an address up by its postcode",
  DobPageController: "it checked the date of birth by a program; say the limits with earliest and latest",
  StartDatePageController: "it checked the date by a program; say the limits with earliest and latest",
  DateComparisonPageController: "it compared two dates by a program; say so with a must rule",
  RedirectPageController: "it sent people on to another address",
  SummaryPageWithConfirmationEmailController: "it asked for an email address to send a confirmation to; ask for it in the flow",
};

export function isStart({ controller }: ReadPage): boolean {
  return STARTS.has(controller);
}

export function isSummary({ controller, path }: ReadPage): boolean {
  return ENDS.has(controller) || path === "/summary" || path === "summary";
}

/** Says what a page did besides asking: some did it by a program of their own. */
export function reportController({ controller, path }: ReadPage, source: Source): void {
  const besides = entryOf(BESIDES, controller);
  if (besides !== undefined) lose(source, "changed", path, `${controller}: ${besides}.`);
  else if (!ORDINARY.has(controller) && !STARTS.has(controller) && !ENDS.has(controller))
    lose(source, "changed", path, `A program of its own ran this page (${controller.slice(0, 60)}). Here it is an ordinary screen.`);
}

/** A page of the file as pages of the tree: itself, and those for what its options open. */
export function pagesOf(page: Json, read: ReadPage, source: Source, when?: Condition, dead = false): readonly Page[] {
  const own = pageOf(page, read, source, when, dead);
  if (own === undefined) return [];
  if (own.ending !== undefined || repeats(page)) return [own];
  return [own, ...opened(read, (condition) => all(when === undefined ? [condition] : [when, condition]))];
}

/** The pages for what the options of a page open, each under the condition that is made of its own. */
export function opened(read: ReadPage, whenOf: (condition: Condition) => Condition): readonly Page[] {
  return read.revealed.map(({ asked, when }) => ({ source: read.path, title: "", questions: [asked], when: whenOf(when) }));
}

/** One page of the tree; undefined for a page that asks nothing and ends nothing, whose texts go into the report. */
export function pageOf(page: Json, read: ReadPage, source: Source, when?: Condition, dead = false): Page | undefined {
  const guard = when === undefined ? {} : { when };
  const head = { source: read.path, title: read.title, ...guard };
  if (read.controller === "TerminalPageController" || dead) {
    if (read.questions.length > 0)
      lose(source, "left", read.path, "The page ends the form, so that what it asks is sent to nobody.", allText(read.questions));
    return { ...head, questions: [], ending: read.content || read.title };
  }
  const questions = repeats(page) ? [groupOf(page, read, source)].filter((group): group is Asked => group !== undefined) : read.questions;
  if (questions.length > 0) return { ...head, questions };
  // What the start page says stands on the start page.
  if (read.content !== "" && !isStart(read)) lose(source, "kept", read.path, `The page ‘${read.title}’ only shows a text.`, read.content);
  return undefined;
}

export function sourcePages(pairs: readonly PagePair[]): readonly NamedPage[] {
  return pairs.map(({ read }) => {
    const role = isSummary(read) ? "the check page" : isStart(read) ? "the start page" : "";
    return { path: read.path, title: read.title, role };
  });
}
