import type { Slot } from "../../components/html.ts";
import { html } from "../../components/html.ts";
import { page } from "../../components/page.ts";
import type { Context } from "../../context.ts";
import type { Permission } from "../../councils/permission.ts";
import type { Visit } from "../shared/visit.ts";
import { callBar } from "./calls/call-bar.ts";
import type { CallAbout } from "./calls/call-bar.ts";
import type { Desk } from "./desk.ts";
import { deskKey, mayAtDesk } from "./desk.ts";

interface Place {
  readonly text: string;
  readonly href: string;
  /** Any of these. */
  readonly needs: Permission | readonly Permission[];
}

const PLACES: readonly Place[] = [
  { text: "Your area", href: "/desk/area", needs: "cases.public-facts" },
  { text: "Your cases", href: "/desk/partner", needs: "cases.partner" },
  { text: "Cases", href: "/desk", needs: "cases.read" },
  { text: "Find a person", href: "/desk/people", needs: "cases.start" },
  { text: "Start a service", href: "/desk/start", needs: "cases.start" },
  { text: "Letters", href: "/desk/letters", needs: "letters.print" },
  { text: "Not delivered", href: "/desk/undelivered", needs: "messages.send" },
  { text: "Failed jobs", href: "/desk/jobs", needs: "jobs.replay" },
  { text: "Officers", href: "/desk/officers", needs: ["officers.manage", "officers.manage-team"] },
  { text: "API keys", href: "/desk/api-keys", needs: "keys.manage" },
  { text: "Services", href: "/desk/definitions", needs: "services.see" },
  { text: "Looks", href: "/desk/looks", needs: "looks.review" },
  { text: "Emergency", href: "/desk/emergency", needs: "cases.emergency" },
  { text: "Records", href: "/desk/records", needs: "records.manage" },
];

function mayGo(desk: Desk, { needs }: Place): boolean {
  return [needs].flat().some((permission) => mayAtDesk(desk, permission));
}

/** Where an officer begins: the first page that they may see. */
export function firstPlace(desk: Desk): string | undefined {
  return PLACES.find((place) => mayGo(desk, place))?.href;
}

const KEYS = { text: "Keyboard shortcuts", href: "/desk/keys" };
const SETTINGS = { text: "Your settings", href: "/desk/settings" };
const LEAVE = { text: "Leave and cover", href: "/desk/leave" };

export interface DeskPage {
  readonly title: string;
  /** The address of the page's place in the navigation, where it is that page itself. */
  readonly at?: string | undefined;
  readonly before?: Slot;
  readonly main: Slot;
  readonly error?: boolean;
  /** What a call that goes on is about, where the page is of a case or of a service. */
  readonly about?: CallAbout;
}

/** A page for officers: the whole width, with the places they may go to and the way out. */
export function deskPage(context: Context, desk: Desk, given: DeskPage): string {
  const { council } = desk.visit;
  const places = PLACES.filter((place) => mayGo(desk, place));
  const key = deskKey(context, desk, "sign-out");
  const out = html`<form class="guildhall-account" method="post" action="/desk/sign-out"><input type="hidden" name="key" value="${key}">
<span>${desk.officer.name}</span> <button class="guildhall-link-button govuk-link" type="submit">Sign out</button></form>`;
  return page({
    council: { name: council.name, brand: council.colour },
    title: given.title,
    wide: true,
    navigation: places.map(({ text, href }) => ({ text, href, current: href === given.at })),
    account: out,
    before: given.before,
    main: html`${callBar(desk.visit, desk.call, given.about)}<div data-keys>${given.main}</div>`,
    error: given.error,
    footerLinks: [...(mayAtDesk(desk, "cases.read") ? [SETTINGS, KEYS, LEAVE] : []), ...footerLinks(desk.visit)],
  }).markup;
}

/** A page that is seen before signing in, or when the session has ended. */
export function doorPage({ council }: Visit, given: DeskPage): string {
  const brand = { name: council.name, brand: council.colour };
  const main = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${given.main}</div></div>`;
  return page({ council: brand, title: given.title, main, error: given.error, footerLinks: footerLinks({ council }) }).markup;
}

function footerLinks({ council }: Pick<Visit, "council">) {
  return [
    { text: "Public site", href: "/" },
    { text: "Accessibility", href: council.links.accessibility ?? "/accessibility" },
    { text: "Privacy and cookies", href: council.links.privacy ?? "/privacy" },
  ];
}
