import type { Council } from "../councils/council.ts";
import type { Officer } from "./officer.ts";
import { may } from "./permissions.ts";

/** Whether one looks after the other: every officer with `officers.manage`; with `officers.manage-team` those all of whose teams are one's own. */
export function mayManage(officer: Officer, council: Council, other: Pick<Officer, "council" | "teams">): boolean {
  if (other.council !== officer.council) return false;
  if (may(officer, "officers.manage", council)) return true;
  return (
    may(officer, "officers.manage-team", council) && other.teams.length > 0 && other.teams.every((team) => officer.teams.includes(team))
  );
}
