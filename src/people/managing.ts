import type { Council, Role } from "../councils/council.ts";
import type { Officer } from "./officer.ts";
import { may } from "./permissions.ts";

/** Whether one looks after any officers. */
export function managesAny(officer: Officer, council: Council): boolean {
  return may(officer, "officers.manage", council) || may(officer, "officers.manage-team", council);
}

/** The roles that one may give: all with `officers.manage`; with `officers.manage-team` those that one holds, and those that one of them gives. */
export function rolesToGive(officer: Officer, council: Council): readonly Role[] {
  const all = [...council.roles.values()];
  if (may(officer, "officers.manage", council)) return all;
  if (!may(officer, "officers.manage-team", council)) return [];
  const held = all.filter(({ id }) => officer.roles.includes(id));
  const given = new Set(held.flatMap(({ id, gives }) => [id, ...(gives ?? [])]));
  return all.filter(({ id }) => given.has(id));
}

/** The teams to which one may add officers. */
export function teamsToGive(officer: Officer, council: Council): readonly string[] {
  const all = [...council.teams.keys()];
  return may(officer, "officers.manage", council) ? all : all.filter((team) => officer.teams.includes(team));
}

/**
 * Whether one looks after the other: every officer with `officers.manage`; with `officers.manage-team` those all of whose teams are one's own and
 * all of whose roles one may give. Without the second a new password would be a way to a right that one doesn't have. Nobody looks after themselves that way.
 */
export function mayManage(officer: Officer, council: Council, other: Pick<Officer, "council" | "id" | "roles" | "teams">): boolean {
  if (other.council !== officer.council) return false;
  if (may(officer, "officers.manage", council)) return true;
  if (!may(officer, "officers.manage-team", council) || other.id === officer.id || other.teams.length === 0) return false;
  const given = new Set(rolesToGive(officer, council).map(({ id }) => id));
  // A role that the council no longer has permits nothing.
  const known = other.roles.filter((role) => council.roles.has(role));
  return other.teams.every((team) => officer.teams.includes(team)) && known.every((role) => given.has(role));
}
