import type { CouncilCalendar } from "./council-calendar.ts";
import type { QuietHours } from "./quiet-hours.ts";
import type { Language } from "../language/language.ts";
import type { Permission } from "./permission.ts";

/** The ways people reach a council, and what a page calls each. */
export const CHANNELS = {
  web: "Online",
  phone: "Phone",
  desk: "Desk",
  chat: "Chat",
  post: "Post",
  email: "Email",
  api: "Another system",
} as const;

export type Channel = keyof typeof CHANNELS;

export function isChannel(name: string): name is Channel {
  return Object.hasOwn(CHANNELS, name);
}

/** A tenant, as its folder says. Frozen. */
export interface Council {
  readonly id: string;
  /** As it signs letters: "Eastmere Borough Council". */
  readonly name: string;
  /** What people call the place: "Eastmere". */
  readonly place: string;
  /** `#rrggbb`; white text on it has a contrast of 4.5 or more. */
  readonly colour: string;
  /** Hosts that it answers on, lower case, without a port. */
  readonly hosts: readonly string[];
  readonly nation: Nation;
  /** Its office hours, and its own days over the bank holidays of its nation. */
  readonly calendar: CouncilCalendar;
  /** When nothing that happens by itself is emailed to people. */
  readonly quiet?: QuietHours;
  readonly contact: Contact;
  /** What one transaction costs the council by each channel. A channel that is not there has no figure. */
  readonly costs: ReadonlyMap<Channel, ChannelCost>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly roles: ReadonlyMap<string, Role>;
  /** Why people contact the council, as officers choose from at the end of a call; absent where it counts none. */
  readonly reasons?: ReadonlyMap<string, ContactReason>;
  /** Whether officers are named in what a person is given of what is held about them; absent for no. */
  readonly nameOfficers?: true;
  /** The services it offers, by id. */
  readonly services: readonly string[];
  /** The services whose cases are seen only by those who may see what is sensitive. */
  readonly sensitive?: readonly string[];
  /** Groups of services in the order of the front page. */
  readonly groups: readonly string[];
  readonly links: Links;
  /** Whether definitions that changed are published when the program starts, or wait until an officer publishes them. */
  readonly publishing: Publishing;
  /** What it publishes in, English first. */
  readonly languages: readonly Language[];
  /** The council as its Welsh pages name it; absent where it does not publish in Welsh. */
  readonly welsh?: Council;
  /** On the council as Welsh pages name it: the Welsh of the names of groups, by the English. */
  readonly groupNames?: ReadonlyMap<string, string>;
}

/** The council as pages of a language name it. */
export function councilIn(council: Council, language: Language): Council {
  return language === "cy" ? (council.welsh ?? council) : council;
}

export const PUBLISHING = ["automatic", "by officers"] as const;

export type Publishing = (typeof PUBLISHING)[number];

export const NATIONS = ["england", "scotland", "wales", "northern-ireland"] as const;

export type Nation = (typeof NATIONS)[number];

export interface Contact {
  readonly phone: string;
  readonly email: string;
  /** One line each: "Monday to Friday, 9am to 5pm". */
  readonly hours: readonly string[];
  readonly address: readonly string[];
}

export interface ChannelCost {
  /** Pence for one transaction. */
  readonly pence: number;
  /** Where the figure is from, in words for the public. */
  readonly source: string;
  /** True where the council assumes it, and nobody has measured it. */
  readonly assumption: boolean;
}

export interface ContactReason {
  readonly id: string;
  readonly name: string;
  /** The contact would not have been needed, had the council done something, or done it right. */
  readonly failure: boolean;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Its cases are seen only by those who may see what is sensitive. */
  readonly sensitive?: true;
  /** The other organisation whose team it is, by its name. */
  readonly partner?: string;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** The cases that it reaches; every case where it is absent. */
  readonly limits?: RoleLimits;
  /** The roles that who has this one may give to officers of their teams, besides their own. */
  readonly gives?: readonly string[];
}

/** All of what is given holds. */
export interface RoleLimits {
  readonly services?: readonly string[];
  readonly notServices?: readonly string[];
  readonly stages?: readonly string[];
  /** Districts of postcodes: `EM1`. */
  readonly areas?: readonly string[];
}

/** Addresses of pages that every council must have. Absent ones are served by the house. */
export interface Links {
  readonly privacy?: string;
  readonly accessibility?: string;
}
