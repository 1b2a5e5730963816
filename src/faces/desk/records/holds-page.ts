import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import type { Context } from "../../../context.ts";
import type { Hold } from "../../../records/holds.ts";
import { longDay, moment } from "../../shared/dates.ts";
import { form } from "../../shared/form.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { caseLink, recordsPage } from "./records-layout.ts";

const DONE: Readonly<Record<string, string>> = {
  placed: "The hold is in place. Nothing of it is erased while it stands.",
  lifted: "The hold is lifted.",
};

export interface HoldsPage {
  readonly holds: readonly Hold[];
  readonly names: ReadonlyMap<string, string>;
  readonly done: string;
}

/** Who placed a hold and until when it stands. */
export function holdWords({ officer, madeAt, until }: Hold, names: ReadonlyMap<string, string>): string {
  const who = officer === null ? "the command line" : (names.get(officer) ?? "an officer");
  return `By ${who}, ${moment(madeAt)}. ${until === null ? "Until it is lifted" : `Until the end of ${longDay(until)}`}`;
}

/** The holds that stand, each with a way to lift it. */
export function holdsPage(context: Context, desk: Desk, { holds, names, done }: HoldsPage): string {
  const banner = DONE[done] !== undefined && notificationBanner({ type: "success", text: DONE[done] });
  const head = ["On", "Why", "By whom and until when", "Action"].map((text) => ({ text }));
  const rows = holds.map((hold) => [
    { html: hold.reference === null ? html`A person` : html`Case ${caseLink(hold.reference)}` },
    { text: hold.reason },
    { text: holdWords(hold, names) },
    { html: liftForm(context, desk, hold) },
  ]);
  const list =
    rows.length > 0
      ? wideTable({ caption: "Legal holds that stand, the newest first", head, rows })
      : html`<p class="govuk-body">No hold stands.</p>`;
  return recordsPage(context, desk, "/desk/records/holds", {
    title: "Legal holds",
    main: html`${banner}<h1 class="govuk-heading-l">Legal holds</h1>
<p class="govuk-body">Nothing that a hold is about is erased while it stands, whoever asks. Place one from the page of a case or of a person.</p>${list}`,
  });
}

function liftForm(context: Context, desk: Desk, { id, reference, reason }: Hold): Html {
  const words = html`Lift<span class="govuk-visually-hidden"> the hold on ${reference ?? "a person"}: ${reason}</span>`;
  const lift = button({ html: words, name: "hold", value: id, classes: "govuk-button--secondary govuk-!-margin-bottom-0" });
  return form({ key: deskKey(context, desk, "lift-hold"), action: "/desk/records/lift", body: lift });
}
