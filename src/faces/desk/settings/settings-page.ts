import { button } from "../../../components/button.ts";
import { checkboxes } from "../../../components/checkboxes.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import type { Context } from "../../../context.ts";
import type { OfficerSettings } from "../../../people/officer-settings.ts";
import { form } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";

/** What the keys of the forms are good for. */
export const SETTINGS_PURPOSE = "settings";
export const CALENDAR_PURPOSE = "calendar";

interface SettingsPage {
  readonly settings: OfficerSettings;
  readonly saved: boolean;
  /** The address of the calendar, just made. */
  readonly calendar?: string;
}

/** What an officer is told by email, and the private address of their calendar. */
export function settingsPage(context: Context, desk: Desk, shown: SettingsPage): string {
  const { given, mentioned, daily } = shown.settings;
  const choose = checkboxes({
    idPrefix: "told",
    name: "told",
    fieldset: { legend: { text: `What should we email to ${desk.officer.email}?`, classes: "govuk-fieldset__legend--m" } },
    hint: { text: "These emails name cases by their reference and service, and no person." },
    items: [
      { value: "given", text: "A case that somebody else gives me", checked: given },
      { value: "mentioned", text: "A note that mentions me", checked: mentioned },
      {
        value: "daily",
        text: "At 8 on working days, what is due, late or new",
        checked: daily,
        hint: { text: "Nothing when there is nothing" },
      },
    ],
  });
  const key = deskKey(context, desk, SETTINGS_PURPOSE);
  return deskPage(context, desk, {
    title: "Your settings",
    at: "/desk/settings",
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${shown.saved && notificationBanner({ type: "success", text: "It is saved." })}
<h1 class="govuk-heading-l">Your settings</h1>${form({ key, action: "/desk/settings", body: [choose, button({ text: "Save", preventDoubleClick: true })] })}
<h2 class="govuk-heading-m" id="calendar">Deadlines in your calendar</h2>${calendarPart(context, desk, shown)}</div></div>`,
  });
}

function calendarPart(context: Context, desk: Desk, { settings, calendar }: SettingsPage): Html {
  const key = deskKey(context, desk, CALENDAR_PURPOSE);
  const made =
    calendar !== undefined &&
    insetText({
      html: html`<p class="govuk-body">Subscribe to one of these in your calendar program. Copy it now: it is not shown again.</p>
<p class="govuk-body guildhall-words">My cases: <strong>${calendar}/mine.ics</strong></p><p class="govuk-body guildhall-words">My teams’ cases: <strong>${calendar}/teams.ics</strong></p>`,
    });
  const text = settings.calendar ? "Make a new address" : "Make an address";
  const make = form({
    key,
    action: "/desk/settings/calendar",
    body: button({ text, classes: "govuk-button--secondary", preventDoubleClick: true }),
  });
  const end =
    settings.calendar &&
    form({ key, action: "/desk/settings/no-calendar", body: button({ text: "Stop the calendar", classes: "govuk-button--warning" }) });
  return html`<p class="govuk-body">A private address shows the deadlines of open cases, by reference and service. Whoever has the address sees them, so give it to nobody. A new address ends the one before.</p>${made}${make}${end}`;
}
