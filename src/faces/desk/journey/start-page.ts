import type { Problem } from "../../../answers/answer-type.ts";
import { button } from "../../../components/button.ts";
import { html } from "../../../components/html.ts";
import { radios } from "../../../components/radios.ts";
import { select } from "../../../components/select.ts";
import type { Context } from "../../../context.ts";
import type { Channel } from "../../../councils/council.ts";
import { CHANNELS } from "../../../councils/council.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";

/** The ways in which a person can come to an officer. */
export const OFFICER_CHANNELS: readonly Channel[] = ["phone", "desk", "post", "email"];

export interface StartTyped {
  readonly service: string;
  readonly channel: string;
  /** The id of the person it is for, where they are known. */
  readonly person?: string;
}

/** Asks which service, and how the person came to us. */
export function startPage(context: Context, desk: Desk, typed: StartTyped, problems: readonly Problem[]): string {
  const services = context.councils.services(desk.visit.council.id).toSorted((a, b) => a.title.localeCompare(b.title, "en"));
  const choose = { value: "", text: "Choose a service" };
  const body = [
    select({
      id: "service",
      name: "service",
      label: { text: "Service", classes: "govuk-label--m" },
      items: [choose, ...services.map(({ id, title }) => ({ value: id, text: title }))],
      value: typed.service,
      ...errorAt(problems, "service"),
    }),
    radios({
      idPrefix: "channel",
      name: "channel",
      fieldset: { legend: { text: "How did the person come to us?", classes: "govuk-fieldset__legend--m" } },
      items: OFFICER_CHANNELS.map((channel) => ({ value: channel, text: CHANNELS[channel] })),
      value: typed.channel,
      ...errorAt(problems, "channel"),
    }),
    typed.person !== undefined && html`<input type="hidden" name="person" value="${typed.person}">`,
    button({ text: "Start", preventDoubleClick: true }),
  ];
  return deskPage(context, desk, {
    title: "Start a service for a person",
    at: "/desk/start",
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems)}
<h1 class="govuk-heading-l">Start a service for a person</h1>${form({ key: deskKey(context, desk, "start"), action: "/desk/start", body })}</div></div>`,
  });
}
