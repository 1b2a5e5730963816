import type { Council } from "../councils/council.ts";
import type { Officer } from "../people/officer.ts";
import { may } from "../people/permissions.ts";
import type { Ids } from "../platform/ids.ts";
import type { Chance } from "./chance.ts";
import type { Resident } from "./residents.ts";
import type { SampleFiles } from "./sample-files.ts";

/** What the demonstration is made in: a council, its people and its chance. Pure: `now` is given. */
export interface World {
  readonly council: Council;
  /** The address people know the council by. */
  readonly site: string;
  readonly now: Date;
  readonly chance: Chance;
  readonly ids: Ids;
  readonly residents: readonly [Resident, ...Resident[]];
  readonly staff: readonly Officer[];
  readonly samples: SampleFiles;
}

/** An officer who starts a service for a person: an adviser most of the time. Null where the council has nobody who may. */
export function starter({ council, staff, chance }: World): Officer | null {
  const able = staff.filter((officer) => may(officer, "cases.start", council));
  const advisers = able.filter((officer) => !may(officer, "cases.work", council));
  return oneOf(chance, advisers.length > 0 && chance.yes(0.9) ? advisers : able);
}

/** An officer who may take an action of these roles on a team's case: seldom one who gives out the work. Null where there is none. */
export function worker({ council, staff, chance }: World, team: string, roles: readonly string[]): Officer | null {
  const able = staff.filter((officer) => may(officer, "cases.work", council) && officer.teams.includes(team));
  const permitted = able.filter((officer) => roles.length === 0 || roles.some((role) => officer.roles.includes(role)));
  const hands = permitted.filter((officer) => !may(officer, "cases.assign", council));
  return oneOf(chance, hands.length > 0 && !chance.yes(0.03) ? hands : permitted);
}

function oneOf(chance: Chance, officers: readonly Officer[]): Officer | null {
  const [first, ...others] = officers;
  return first === undefined ? null : chance.pick([first, ...others]);
}
