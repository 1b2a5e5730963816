import type { TextNode } from "../definition/yaml/node.ts";
import type { Role, RoleLimits } from "./council.ts";
import { isPermission, PERMISSIONS } from "./permission.ts";
import type { Permission } from "./permission.ts";
import { checkKeys, LINE, NAME, text, textNodes, texts } from "./sheet.ts";
import type { Form, Sheet } from "./sheet.ts";

const AREA: Form = { pattern: /^[A-Z]{1,2}[0-9][0-9A-Z]?$/, says: "the district of a postcode, such as EM1" };
const LIMITS = ["services", "not-services", "stages", "areas"] as const;

/** What a role may name. */
export interface Known {
  readonly services: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
}

/** A role: what it permits, on which cases, and which roles it gives. */
export function roleOf(id: string, sheet: Sheet, { services, roles }: Known): Role {
  checkKeys(sheet, ["name", "permissions"], [...LIMITS, "gives"]);
  const limits = limitsOf(sheet, services);
  const gives = textNodes(sheet, "gives", NAME).flatMap((node) => roleNamed(sheet, node, roles));
  return {
    id,
    name: text(sheet, "name", LINE) ?? "",
    permissions: textNodes(sheet, "permissions", LINE).flatMap((node) => permissionAt(sheet, node)),
    ...(limits === undefined ? {} : { limits }),
    ...(gives.length > 0 && { gives }),
  };
}

function roleNamed({ name, notes }: Sheet, node: TextNode, roles: ReadonlySet<string>): readonly string[] {
  const given = node.value.trim();
  if (roles.has(given)) return [given];
  const message = `${capital(name)} gives the role ${given}, and the council has none of that name.`;
  notes.push({ code: "council-limit", at: node, message, fix: `The roles are ${[...roles].join(", ")}.` });
  return [];
}

function permissionAt({ notes }: Sheet, node: TextNode): readonly Permission[] {
  const name = node.value.trim();
  if (isPermission(name)) return [name];
  const fix = `The permissions are ${Object.keys(PERMISSIONS).join(", ")}.`;
  notes.push({ code: "council-permission", at: node, message: `There is no permission "${name}".`, fix });
  return [];
}

function limitsOf(sheet: Sheet, services: ReadonlySet<string>): RoleLimits | undefined {
  const given = LIMITS.filter((key) => sheet.map.entries.has(key));
  if (given.length === 0) return undefined;
  const limits = {
    services: serviceNames(sheet, "services", services),
    notServices: serviceNames(sheet, "not-services", services),
    stages: texts(sheet, "stages", NAME),
    areas: texts(sheet, "areas", AREA),
  };
  const has = (key: (typeof LIMITS)[number]): boolean => given.includes(key);
  checkNotEmpty(sheet, given);
  return {
    ...(has("services") && { services: limits.services }),
    ...(has("not-services") && { notServices: limits.notServices }),
    ...(has("stages") && { stages: limits.stages }),
    ...(has("areas") && { areas: limits.areas }),
  };
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The services of a list, each of which the council has to offer: a slip of the pen would else show what should be hidden. */
export function serviceNames(sheet: Sheet, key: string, services: ReadonlySet<string>): readonly string[] {
  return textNodes(sheet, key, NAME).flatMap((node) => {
    const name = node.value.trim();
    if (services.has(name)) return [name];
    const message = `${capital(sheet.name)} names the service ${name} under ${key}, and the council offers none of that name.`;
    sheet.notes.push({ code: "council-limit", at: node, message, fix: `The services are ${[...services].join(", ")}.` });
    return [];
  });
}

// An empty list reads as no limit, and is the strictest of all.
function checkNotEmpty({ map, name, notes }: Sheet, keys: readonly string[]): void {
  for (const key of keys) {
    const entry = map.entries.get(key);
    if (entry?.value.kind !== "list" || entry.value.items.length > 0) continue;
    const message = `${capital(name)} limits ${key} to an empty list, so it would reach no case.`;
    notes.push({ code: "council-limit", at: entry.key, message, fix: `Name some, or take ${key} out.` });
  }
}
