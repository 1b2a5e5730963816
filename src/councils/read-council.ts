import type { Finding } from "../definition/service.ts";
import type { Note, SourceFile, TextNode } from "../definition/yaml/node.ts";
import { CHANNELS, isChannel, NATIONS, PUBLISHING } from "./council.ts";
import type { Channel, ChannelCost, Contact, Council, Links, Nation, Role, Team } from "./council.ts";
import { calendarOf } from "./read-calendar.ts";
import { reasonsOf } from "./read-reasons.ts";
import { languagesOf, withWelsh } from "./council-welsh.ts";
import { roleOf, serviceNames } from "./read-roles.ts";
import { checkKeys, findingsOf, group, groups, LINE, NAME, openSheet, text, textNodes, texts, trueOrFalse, wholeNumber } from "./sheet.ts";
import { quietOf } from "./quiet-hours.ts";
import type { Form, Sheet } from "./sheet.ts";

/** The checks of a council's folder that only warn. */
export const COUNCIL_WARNINGS: ReadonlySet<string> = new Set(["council-host", "council-code"]);

/** What the checks of a council's folder find besides keys and values of the wrong shape, for the reference of checks. */
export const COUNCIL_CHECKS = {
  "council-file": "A council's folder has a council.yaml.",
  "council-name": "A council's folder has the name that its council.yaml gives.",
  "council-host": "No two councils name the same host.",
  "council-colour": "White text on the council's colour can be read: a contrast of 4.5 or more.",
  "council-permission": "Each permission of a role is one that the house knows.",
  "council-limit":
    "What a role is limited to or gives, and what is sensitive, is a service or role of the council, and no limit is an empty list.",
  "council-welsh": "A council that publishes in Welsh gives the Welsh of its name and hours under `welsh`, with the English in front.",
  "council-service": "Each service that the council lists has a definition in its folder or on the shelf.",
  "council-reasons": "The reasons for contacting the council tell failure demand from the rest: not all of them are it, and not none.",
  "council-code": "No two services of a council have the same code in a list, such as lgsl or open311.",
} as const;

const NATION: Form = { pattern: new RegExp(`^(${NATIONS.join("|")})$`), says: `one of ${NATIONS.join(", ")}` };
const PUBLISHED: Form = { pattern: new RegExp(`^(${PUBLISHING.join("|")})$`), says: `one of ${PUBLISHING.join(", ")}` };
const COLOUR: Form = { pattern: /^#[0-9a-f]{6}$/i, says: 'a colour such as "#00703c"' };
const HOST: Form = {
  pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
  says: "a host in lower case, without https:// or a port",
};
const EMAIL: Form = { pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, says: "an email address" };
const PHONE: Form = { pattern: /^\+?[0-9][0-9 ]{6,18}$/, says: "a phone number" };
const LINK: Form = { pattern: /^(\/[^/]|https:\/\/)\S*$/, says: "an address that starts with / or https://" };
const CHANNEL: Form = { pattern: new RegExp(`^(${Object.keys(CHANNELS).join("|")})$`), says: `one of ${Object.keys(CHANNELS).join(", ")}` };

const NEEDED = ["council", "name", "place", "nation", "colour", "contact", "channels", "teams", "roles", "services"];
const OPTIONAL = [
  "contact-reasons",
  "name-officers",
  "hosts",
  "groups",
  "links",
  "publishing",
  "calendar",
  "quiet",
  "languages",
  "welsh",
  "sensitive",
];

/** `services` is the list of services, each with its place. */
export type CouncilReading =
  | { readonly ok: true; readonly council: Council; readonly services: readonly TextNode[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads council.yaml. `id` is the name of its folder. Every key and value is checked, and all that is wrong is said at once. */
export function readCouncil(file: SourceFile, id: string): CouncilReading {
  const notes: Note[] = [];
  const sheet = openSheet(file, "the council", notes);
  const council = sheet === undefined ? undefined : withWelsh(sheet, councilOf(sheet, id));
  if (sheet !== undefined && council !== undefined && notes.length === 0)
    return { ok: true, council: Object.freeze(council), services: serviceNodes(sheet) };
  return { ok: false, findings: findingsOf(notes) };
}

function councilOf(sheet: Sheet, id: string): Council {
  checkKeys(sheet, NEEDED, OPTIONAL);
  checkName(sheet, id);
  const services = serviceNodes(sheet).map((node) => node.value.trim());
  const offered = new Set(services);
  const quiet = quietOf(sheet);
  const reasons = reasonsOf(sheet);
  return {
    id,
    name: text(sheet, "name", LINE) ?? "",
    place: text(sheet, "place", LINE) ?? "",
    colour: colourOf(sheet),
    hosts: texts(sheet, "hosts", HOST),
    nation: nationOf(text(sheet, "nation", NATION)),
    calendar: calendarOf(sheet),
    ...(quiet !== undefined && { quiet }),
    contact: contactOf(sheet),
    costs: costsOf(sheet),
    teams: new Map(groups(sheet, "teams", "team", NAME).map(([team, inner]) => [team, teamOf(team, inner)])),
    roles: rolesOf(sheet, offered),
    ...(reasons.size > 0 && { reasons }),
    ...(trueOrFalse(sheet, "name-officers") === true && { nameOfficers: true as const }),
    services,
    sensitive: serviceNames(sheet, "sensitive", offered),
    groups: texts(sheet, "groups", LINE),
    links: linksOf(sheet),
    publishing: text(sheet, "publishing", PUBLISHED) === "by officers" ? "by officers" : "automatic",
    languages: languagesOf(sheet),
  };
}

// A note stops the council where the name is no nation's.
function nationOf(name: string | undefined): Nation {
  return NATIONS.find((nation) => nation === name) ?? "england";
}

function serviceNodes(sheet: Sheet): readonly TextNode[] {
  return textNodes(sheet, "services", NAME);
}

function checkName(sheet: Sheet, id: string): void {
  const name = text(sheet, "council", NAME);
  const at = sheet.map.entries.get("council")?.value;
  if (name === undefined || at === undefined || name === id) return;
  const message = `The council is ${name} and its folder is ${id}.`;
  sheet.notes.push({ code: "council-name", at, message, fix: "Give both the same name." });
}

// WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function colourOf(sheet: Sheet): string {
  const colour = text(sheet, "colour", COLOUR)?.toLowerCase() ?? "#000000";
  const at = sheet.map.entries.get("colour")?.value;
  const contrast = contrastWithWhite(colour);
  if (at !== undefined && contrast < 4.5) {
    const message = `White text on ${colour} has a contrast of ${contrast.toFixed(1)}.`;
    sheet.notes.push({ code: "council-colour", at, message, fix: "Take a darker colour, with a contrast of 4.5 or more." });
  }
  return colour;
}

function contactOf(sheet: Sheet): Contact {
  const inner = group(sheet, "contact", "the contact");
  if (inner === undefined) return { phone: "", email: "", hours: [], address: [] };
  checkKeys(inner, ["phone", "email", "hours", "address"], []);
  return {
    phone: text(inner, "phone", PHONE) ?? "",
    email: text(inner, "email", EMAIL) ?? "",
    hours: texts(inner, "hours", LINE),
    address: texts(inner, "address", LINE),
  };
}

function costsOf(sheet: Sheet): ReadonlyMap<Channel, ChannelCost> {
  const costs = new Map<Channel, ChannelCost>();
  for (const [channel, inner] of groups(sheet, "channels", "channel", CHANNEL)) {
    checkKeys(inner, ["pence", "source", "assumption"], []);
    const pence = wholeNumber(inner, "pence", 0, 1_000_000) ?? 0;
    const source = text(inner, "source", LINE) ?? "";
    if (isChannel(channel)) costs.set(channel, { pence, source, assumption: trueOrFalse(inner, "assumption") ?? true });
  }
  return costs;
}

function teamOf(id: string, sheet: Sheet): Team {
  checkKeys(sheet, ["name", "email"], ["sensitive", "partner"]);
  const sensitive = trueOrFalse(sheet, "sensitive") === true;
  const partner = text(sheet, "partner", LINE);
  return {
    id,
    name: text(sheet, "name", LINE) ?? "",
    email: text(sheet, "email", EMAIL) ?? "",
    ...(sensitive && { sensitive }),
    ...(partner !== undefined && { partner }),
  };
}

function rolesOf(sheet: Sheet, services: ReadonlySet<string>): ReadonlyMap<string, Role> {
  const found = groups(sheet, "roles", "role", NAME);
  const known = { services, roles: new Set(found.map(([role]) => role)) };
  return new Map(found.map(([role, inner]) => [role, roleOf(role, inner, known)]));
}

function linksOf(sheet: Sheet): Links {
  const inner = group(sheet, "links", "the links");
  if (inner === undefined) return {};
  checkKeys(inner, [], ["privacy", "accessibility"]);
  const privacy = text(inner, "privacy", LINK);
  const accessibility = text(inner, "accessibility", LINK);
  return { ...(privacy === undefined ? {} : { privacy }), ...(accessibility === undefined ? {} : { accessibility }) };
}
