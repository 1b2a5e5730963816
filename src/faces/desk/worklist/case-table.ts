import { workCalendar } from "../../../cases/clock/work-calendar.ts";
import type { Case } from "../../../cases/case.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { TableCell } from "../../../components/table.ts";
import { tag } from "../../../components/tag.ts";
import type { Context } from "../../../context.ts";
import { wideTable } from "../../shared/wide-table.ts";
import { priorityTag, stageTag } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import { dueOf } from "../due.ts";

const HEAD: readonly TableCell[] = ["Reference", "Due", "Person", "Service", "Stage", "Priority", "Taken by"].map((text) => ({ text }));

/** Cases as a table, each with a link. `names` are officers' by id. */
export function caseTable(context: Context, desk: Desk, caption: string, cases: readonly Case[], names: ReadonlyMap<string, string>): Html {
  const rows = cases.map((item) => row(context, desk, item, names));
  return wideTable({
    caption,
    captionClasses: "govuk-visually-hidden",
    head: HEAD,
    rows,
    firstCellIsHeader: true,
    classes: "guildhall-cases",
  });
}

function row(context: Context, { visit, officer }: Desk, item: Case, names: ReadonlyMap<string, string>): readonly TableCell[] {
  const service = context.councils.service(visit.council.id, item.service) ?? context.councils.withdrawn(visit.council.id, item.service);
  const due = dueOf(item, visit.now, workCalendar(visit.council));
  const dueWords = due.late ? html`<strong class="guildhall-late">${due.words}</strong>` : html`${due.words}`;
  const replied = item.waitingReply && html` ${tag({ text: "Waiting for an answer", classes: "govuk-tag--yellow" })}`;
  const disputed =
    item.confirmations?.some(({ state }) => state === "disputed") === true &&
    html` ${tag({ text: "Said not to be right", classes: "govuk-tag--red" })}`;
  const holder = item.officer === officer.id ? "You" : names.get(item.officer ?? "");
  return [
    { html: html`<a class="govuk-link guildhall-reference" href="/desk/cases/${item.reference}">${item.reference}</a>` },
    { html: html`<span class="guildhall-due">${dueWords}</span><br><span class="guildhall-small">${due.date}</span>` },
    { html: html`<span class="guildhall-words">${item.person.name ?? "No name given"}</span>` },
    { text: service?.title ?? item.service },
    { html: html`<span class="guildhall-tags">${stageTag(service, item)}${replied}${disputed}</span>` },
    { html: html`${priorityTag(item.priority)}` },
    { text: holder ?? "Nobody" },
  ];
}
