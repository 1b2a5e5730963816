import type { Council } from "../councils/council.ts";
import type { Permission } from "../councils/permission.ts";
import type { Officer } from "./officer.ts";

/** Whether any of the officer's roles carries the permission. A role that the council no longer has carries none. */
export function may(officer: Officer, permission: Permission, council: Council): boolean {
  if (officer.council !== council.id) return false;
  return officer.roles.some((role) => council.roles.get(role)?.permissions.includes(permission) === true);
}

/** Whether the officer may do it for a team: their own, or any with `cases.all-teams`. */
export function mayForTeam(officer: Officer, permission: Permission, council: Council, team: string): boolean {
  return may(officer, permission, council) && (officer.teams.includes(team) || may(officer, "cases.all-teams", council));
}

/** Whether the officer holds one of the roles that an action names. An action that names none is open to all who may work cases. */
export function hasRole(officer: Officer, roles: readonly string[]): boolean {
  return roles.length === 0 || roles.some((role) => officer.roles.includes(role));
}
