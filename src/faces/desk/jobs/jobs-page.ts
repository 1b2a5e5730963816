import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import { pagination } from "../../../components/pagination.ts";
import type { TableCell } from "../../../components/table.ts";
import type { Context } from "../../../context.ts";
import type { DeadJob, DeadPage } from "../../../platform/dead-jobs.ts";
import { moment } from "../../shared/dates.ts";
import { form } from "../../shared/form.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";

export interface JobsPage extends DeadPage {
  /** From 1. */
  readonly number: number;
  /** How many were just put back to work. */
  readonly again?: number | undefined;
}

const KINDS: Readonly<Record<string, string>> = { message: "Message to a person", mail: "Email with a link", measure: "Figures" };

function kindWords(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** The dead-letter list, with why each job failed. It shows no names: a job holds only ids. */
export function jobsPage(context: Context, desk: Desk, { jobs, more, number, again }: JobsPage): string {
  const banner =
    again !== undefined &&
    notificationBanner({ type: "success", text: `${again} ${again === 1 ? "job is" : "jobs are"} being tried again.` });
  const list =
    jobs.length > 0
      ? html`${allForms(context, desk, jobs)}${jobTable(context, desk, jobs)}`
      : html`<p class="govuk-body">No job has failed.</p>`;
  return deskPage(context, desk, {
    title: "Failed jobs",
    at: "/desk/jobs",
    main: html`${banner}<h1 class="govuk-heading-l">Failed jobs</h1>
<p class="govuk-body">Work that was tried many times and did not succeed. Put right what stopped it, then try it again.</p>${list}${pages(number, more)}`,
  });
}

function allForms(context: Context, desk: Desk, jobs: readonly DeadJob[]): Html {
  const kinds = [...new Set(jobs.map(({ kind }) => kind))];
  const buttons = kinds.map((kind) =>
    button({ text: `Try all again: ${kindWords(kind)}`, name: "kind", value: kind, classes: "govuk-button--secondary" }),
  );
  return form({ key: deskKey(context, desk, "jobs"), action: "/desk/jobs", body: html`<div class="govuk-button-group">${buttons}</div>` });
}

function jobTable(context: Context, desk: Desk, jobs: readonly DeadJob[]): Html {
  const head = ["Work", "Why it failed", "Tried", "Made", "Given up", "Action"].map((text) => ({ text }));
  const key = deskKey(context, desk, "jobs");
  const rows = jobs.map((job): readonly TableCell[] => [
    { text: kindWords(job.kind) },
    { html: html`${job.problem} <span class="guildhall-small">(${job.code})</span>` },
    { text: `${job.attempts} times` },
    { text: moment(job.createdAt) },
    { text: moment(job.deadAt) },
    { html: form({ key, action: "/desk/jobs", body: one(job) }) },
  ]);
  return wideTable({ caption: "Failed jobs, the newest first", head, rows });
}

function one({ id, kind, deadAt }: DeadJob): Html {
  const words = html`Try again<span class="govuk-visually-hidden"> the ${kindWords(kind).toLowerCase()} given up ${moment(deadAt)}</span>`;
  return button({ html: words, name: "job", value: id, classes: "govuk-button--secondary govuk-!-margin-bottom-0" });
}

function pages(number: number, more: boolean): Slot {
  if (number === 1 && !more) return undefined;
  return pagination({
    ...(number > 1 && { previous: { href: `/desk/jobs?page=${number - 1}` } }),
    ...(more && { next: { href: `/desk/jobs?page=${number + 1}` } }),
  });
}
