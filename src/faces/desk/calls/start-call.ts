import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { form } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";

export const CALL_PURPOSE = "start-call";

function choose(text: string, channel: string): Html {
  return button({ text, name: "channel", value: channel, classes: "govuk-button--secondary", preventDoubleClick: true });
}

/** Starts a call, or says that the one that goes on is with this person. Nothing where it is already. */
export function startCall(context: Context, desk: Desk, person?: { readonly id: string }): Slot {
  const { call } = desk;
  if (call !== undefined && (person === undefined || call.person === person.id)) return undefined;
  const who = person !== undefined && html`<input type="hidden" name="person" value="${person.id}">`;
  const buttons =
    call === undefined
      ? [choose("Start a call", "phone"), choose("They are at the desk", "desk")]
      : choose("The call is with them", call.channel);
  const body = html`${who}<div class="govuk-button-group">${buttons}</div>`;
  return form({ key: deskKey(context, desk, CALL_PURPOSE), action: "/desk/calls", body });
}
