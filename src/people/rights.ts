import type { Council, Role } from "../councils/council.ts";
import type { Permission } from "../councils/permission.ts";
import type { CaseFacts, Sight } from "../councils/sight.ts";
import { areaOf, wholeService } from "../councils/sight.ts";
import type { Officer } from "./officer.ts";

/** Whether a case is one that only those see who may see what is sensitive: its team is, or its service. */
export function isSensitive(council: Council, { team, service }: Pick<CaseFacts, "team" | "service">): boolean {
  return council.teams.get(team)?.sensitive === true || council.sensitive?.includes(wholeService(service)) === true;
}

function rolesOf(officer: Officer, council: Council): readonly Role[] {
  return officer.council === council.id ? officer.roles.flatMap((id) => council.roles.get(id) ?? []) : [];
}

function admits({ limits }: Role, item: CaseFacts): boolean {
  if (limits === undefined) return true;
  const { services, notServices, stages, areas } = limits;
  const area = areaOf(item);
  const service = wholeService(item.service);
  return (
    (services === undefined || services.includes(service)) &&
    notServices?.includes(service) !== true &&
    (stages === undefined || stages.includes(item.stage)) &&
    (areas === undefined || (area !== null && areas.includes(area)))
  );
}

/**
 * Whether the officer may do it on the case: one of their roles carries the permission and reaches the case, it is of one of their teams
 * unless a role that reaches it has `cases.all-teams`, and where it is sensitive a role that reaches it has `cases.sensitive`.
 */
export function mayOnCase(officer: Officer, permission: Permission, council: Council, item: CaseFacts): boolean {
  const reaching = rolesOf(officer, council).filter((role) => admits(role, item));
  const has = (wanted: Permission): boolean => reaching.some(({ permissions }) => permissions.includes(wanted));
  if (!has(permission)) return false;
  return (officer.teams.includes(item.team) || has("cases.all-teams")) && (!isSensitive(council, item) || has("cases.sensitive"));
}

/** Whether the officer sees the case at all. */
export function seesCase(officer: Officer, council: Council, item: CaseFacts): boolean {
  return mayOnCase(officer, "cases.read", council, item);
}

/** Where cases are handed to a partner: those of its teams, and those at a stage of which an action names one of its roles. */
export interface HandedTo {
  readonly teams: readonly string[];
  readonly roles: readonly string[];
}

/** What is handed to the partner that the officer works for; undefined where they work for none. */
export function handedTo(officer: Officer, council: Council): HandedTo | undefined {
  const roles = rolesOf(officer, council).filter(({ permissions }) => permissions.includes("cases.partner"));
  const teams = officer.teams.filter((team) => council.teams.get(team)?.partner !== undefined);
  return roles.length === 0 || teams.length === 0 ? undefined : { teams, roles: roles.map(({ id }) => id) };
}

/**
 * Whether the case is handed to the partner that the officer works for. `by` are the roles that the actions of its stage name. What is sensitive is
 * handed to no partner.
 */
export function isHandedTo(officer: Officer, council: Council, item: CaseFacts, by: readonly string[]): boolean {
  const handed = handedTo(officer, council);
  if (handed === undefined || isSensitive(council, item)) return false;
  const named = by.filter((role) => handed.roles.includes(role));
  const reaching = rolesOf(officer, council).filter((role) => handed.roles.includes(role.id) && admits(role, item));
  return reaching.length > 0 && (handed.teams.includes(item.team) || named.length > 0);
}

/** A name that stands for every one that no role and no rule of the council names. No id is written so. */
const OTHER = "*";

interface Names {
  readonly services: readonly string[];
  readonly stages: readonly string[];
  readonly areas: readonly string[];
}

/** The names on which it depends what the officer sees. */
function namesOf(roles: readonly Role[], council: Council): Names {
  const all = (pick: (limits: NonNullable<Role["limits"]>) => readonly string[] | undefined): readonly string[] => [
    ...new Set(roles.flatMap(({ limits }) => (limits === undefined ? [] : (pick(limits) ?? [])))),
  ];
  const named = all(({ services, notServices }) => [...(services ?? []), ...(notServices ?? [])]);
  return {
    services: [...new Set([...named, ...(council.sensitive ?? [])])],
    stages: all(({ stages }) => stages),
    areas: all(({ areas }) => areas),
  };
}

function kinds(team: string, { services, stages, areas }: Names): readonly CaseFacts[] {
  return [OTHER, ...services].flatMap((service) =>
    [OTHER, ...stages].flatMap((stage) => [OTHER, ...areas].map((area) => ({ team, service, stage, person: { postcode: area } }))),
  );
}

function keyOf({ team, service, stage, person }: CaseFacts): string {
  return [team, service, stage, person.postcode ?? OTHER].join("/");
}

/** Which cases the officer sees: what `seesCase` says of each, for statements. */
export function sightOf(officer: Officer, council: Council): Sight {
  const names = namesOf(rolesOf(officer, council), council);
  const teams = [...council.teams.keys()].map((team) => {
    const all = kinds(team, names);
    return { team, all, visible: all.filter((kind) => seesCase(officer, council, kind)) };
  });
  const some = teams.filter(({ visible }) => visible.length > 0);
  const hidden = names.services.filter((service) => some.every(({ visible }) => visible.every((kind) => kind.service !== service)));
  // A list by service, stage and area costs each row some comparisons, so it is made only where hiding services doesn't say it all.
  const plain = some.every(({ all, visible }) => all.filter(({ service }) => !hidden.includes(service)).length === visible.length);
  const sight = [...some.map(({ team }) => team), ...hidden.map((service) => `-${service}`)];
  if (plain) return sight;
  const marks = [
    names.services.map((name) => `s:${name}`),
    names.stages.map((name) => `t:${name}`),
    names.areas.map((name) => `a:${name}`),
  ];
  return [...sight, OTHER, ...marks.flat(), ...some.flatMap(({ visible }) => visible.map(keyOf))];
}

/** Whether the officer sees any case that the service has with the team. */
export function seesAny(officer: Officer, council: Council, team: string, service: string): boolean {
  const names = namesOf(rolesOf(officer, council), council);
  return kinds(team, { ...names, services: [service] }).some((kind) => kind.service === service && seesCase(officer, council, kind));
}

/** The teams of which the officer sees any case, in the council's order. */
export function teamsSeen(officer: Officer, council: Council): readonly string[] {
  const names = namesOf(rolesOf(officer, council), council);
  return [...council.teams.keys()].filter((team) => kinds(team, names).some((kind) => seesCase(officer, council, kind)));
}
