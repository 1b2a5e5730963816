import { baseOf } from "../definition/sub-case-service.ts";

/**
 * Which cases somebody sees, as statements take it in one parameter: the ids of teams, beside which stand marks where not every case of
 * those teams is seen. `-service` hides a service. `*` says that what is seen is listed by team, service, stage and area, each by its name
 * where a mark says that the name counts (`s:service`, `t:stage`, `a:area`) and else as `*`. No id of a team looks like a mark.
 */
export type Sight = readonly string[];

/** What of a case decides who sees it. Its area is the district of the person's postcode: `EM1` of `EM1 2AB`. */
export interface CaseFacts {
  readonly team: string;
  readonly service: string;
  readonly stage: string;
  readonly person: { readonly postcode: string | null };
}

const TEAM = /^[a-z][a-z0-9-]*$/;

/** Whether it is the id of a team, and no mark. */
export function isTeam(item: string): boolean {
  return TEAM.test(item);
}

/** A sight of some of its teams only. */
export function ofTeams(sight: Sight, keep: (team: string) => boolean): Sight {
  return sight.filter((item) => !isTeam(item) || keep(item));
}

/** `EM1` of `EM1 2AB`; null where no postcode is known. */
export function areaOf({ person }: Pick<CaseFacts, "person">): string | null {
  return person.postcode === null ? null : (person.postcode.split(" ")[0] ?? null);
}

/** The service of a case as rights name it, and the same as statements say it: a sub-case is of the service that it was split off. */
export function wholeService(name: string): string {
  return baseOf(name).service;
}

function ofService(at: string): string {
  return `split_part(${at}service, '/', 1)`;
}

function named(column: string, kind: string, parameter: string): string {
  return `case when ('${kind}:' || ${column}) = any(${parameter}) then ${column} else '*' end`;
}

/** The condition that a case is seen. `parameter` is the sight, `at` what goes before the columns of the case: `c.`. In these very words the index of a team is found. */
export function seen(parameter: string, at = ""): string {
  const area = `split_part(${at}person_postcode, ' ', 1)`;
  const parts = [`${at}team`, named(ofService(at), "s", parameter), named(`${at}stage`, "t", parameter), named(area, "a", parameter)];
  return `${at}team = any(${parameter}) and ('-' || ${ofService(at)}) <> all(${parameter}) and ('*' <> all(${parameter}) or ${parts.join(" || '/' || ")} = any(${parameter}))`;
}
