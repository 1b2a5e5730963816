import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Visit } from "../../shared/visit.ts";
import type { OnCall } from "./on-call.ts";

const MINUTE = 60_000;

/** What the call is about so far, as the page knows it. */
export interface CallAbout {
  /** A case's reference. */
  readonly case?: string;
  readonly service?: string;
}

/** On every page of the desk while somebody is on the telephone or at the desk: with whom, since when, and the way to the end. */
export function callBar({ now }: Visit, call: OnCall | undefined, about: CallAbout = {}): Slot {
  if (call === undefined) return undefined;
  const minutes = Math.floor((now.getTime() - call.startedAt.getTime()) / MINUTE);
  const since = minutes < 1 ? "just begun" : `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  const name = call.name === "" ? "somebody" : call.name;
  const who = call.person === null ? name : html`<a class="govuk-link" href="/desk/people/${call.person}">${name}</a>`;
  const query = new URLSearchParams(Object.entries(about)).toString();
  const href = `/desk/calls/${call.id}/wrap-up${query === "" ? "" : `?${query}`}`;
  return html`<section class="guildhall-call" aria-label="Call"><p class="govuk-body">${call.channel === "desk" ? "With" : "On a call with"} ${who}: ${since}</p>
<a class="govuk-button govuk-button--secondary" role="button" draggable="false" data-module="govuk-button" href="${href}">Wrap up</a></section>`;
}
