import type { BulkResult } from "../../../cases/bulk-store.ts";
import type { Case } from "../../../cases/case.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import { tag } from "../../../components/tag.ts";
import type { Context } from "../../../context.ts";
import { form } from "../../shared/form.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { addressOf } from "../worklist/view.ts";
import type { Chosen } from "./chosen.ts";
import type { Foreseen } from "./judge.ts";
import { carried, carriedWish, casesWords } from "./wish-page.ts";

interface Line {
  readonly item: Case;
  readonly ok: boolean;
  readonly words: string;
}

function linesTable(caption: string, lines: readonly Line[], [yes, no]: readonly [string, string]): Html {
  const rows = lines.map(({ item, ok, words }) => [
    { html: html`<a class="govuk-link guildhall-reference" href="/desk/cases/${item.reference}">${item.reference}</a>` },
    { html: html`<span class="guildhall-words">${item.person.name ?? "No name given"}</span>` },
    { html: tag({ text: ok ? yes : no, classes: ok ? "govuk-tag--green" : "govuk-tag--red" }) },
    { text: words },
  ]);
  return wideTable({
    caption,
    head: ["Reference", "Person", "Result", "What and why"].map((text) => ({ text })),
    rows,
    firstCellIsHeader: true,
    classes: "guildhall-cases",
  });
}

/** What is refused comes first: it is what somebody has to look at. */
function refusedFirst<One extends Line>(lines: readonly One[]): readonly One[] {
  return lines.toSorted((a, b) => Number(a.ok) - Number(b.ok));
}

interface Preview {
  readonly chosen: Chosen;
  readonly foreseen: readonly Foreseen[];
  readonly key: string;
  /** What was done already, in a sentence, where the form that was sent is not this session's. */
  readonly notice?: string | undefined;
  /** What was entered for the action, hidden. */
  readonly answers?: Slot;
  typed(field: string): string;
}

/** What will happen to each case and to which nothing will, before anything does. */
export function previewPage(context: Context, desk: Desk, { chosen, foreseen, key, typed, notice, answers }: Preview): string {
  const can = foreseen.filter(({ ok }) => ok).length;
  const title = can === 0 ? "Nothing can be done" : `Check what will happen to ${casesWords(can)}`;
  const go = html`${carried(chosen)}${carriedWish(typed)}${answers}${button({ text: `Do it for ${casesWords(can)}`, preventDoubleClick: true })}`;
  const left = foreseen.length - can;
  return deskPage(context, desk, {
    title,
    before: backLink({ href: addressOf(chosen.view), text: "Back to the list" }),
    main: html`${notice !== undefined && notificationBanner({ text: notice })}<h1 class="govuk-heading-l">${title}</h1>
${left > 0 && html`<p class="govuk-body">${casesWords(left)} will be left alone, for the reasons below.</p>`}${can > 0 && form({ key, action: "/desk/bulk/do", body: go })}
${linesTable("Each case", refusedFirst(foreseen), ["Will be done", "Left alone"])}`,
  });
}

function resultWords(result: BulkResult): string {
  if (!result.ok) return result.refusal.message;
  return result.already ? "Done when you sent this before" : "Done";
}

/** What became of each case. */
export function resultPage(
  context: Context,
  desk: Desk,
  chosen: Chosen,
  resultOf: (item: Case) => BulkResult | { readonly why: string },
): string {
  const lines = chosen.cases.map((item): Line => {
    const result = resultOf(item);
    return "why" in result ? { item, ok: false, words: result.why } : { item, ok: result.ok, words: resultWords(result) };
  });
  const done = lines.filter(({ ok }) => ok).length;
  const left = lines.length - done;
  const words = `${casesWords(done)} done${left > 0 ? `, ${left.toLocaleString("en-GB")} left alone` : ""}.`;
  return deskPage(context, desk, {
    title: "What was done",
    main: html`${notificationBanner({ text: words, ...(done > 0 && { type: "success" as const }) })}<h1 class="govuk-heading-l">What was done</h1>
<p class="govuk-body"><a class="govuk-link" href="${addressOf(chosen.view)}">Back to the list</a></p>${linesTable("Each case", refusedFirst(lines), ["Done", "Not done"])}`,
  });
}
