import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";

/** The email to an officer whom somebody else gave a case, or many at once; `count` is how many, and `given` one of them. */
export interface GivenWork {
  readonly given: string;
  readonly count: number;
  readonly officer: string;
  readonly by: string;
}

/** The email to an officer whom a note mentions. */
export interface MentionedWork {
  readonly mentioned: string;
  readonly officer: string;
  readonly by: string;
}

export type OfficeWork = GivenWork | MentionedWork;

/** Which officers are emailed because of an event. Nobody is told of what they did themselves. */
export function officeWork({ id }: Pick<Case, "id">, event: CaseEvent): readonly OfficeWork[] {
  const by = event.officer;
  if (by === null) return [];
  if (event.kind === "taken") {
    const { officer } = event.data;
    return officer === null || officer === by ? [] : [{ given: id, count: 1, officer, by }];
  }
  if (event.kind !== "noted") return [];
  return (event.data.mentions ?? []).filter((officer) => officer !== by).map((officer) => ({ mentioned: id, officer, by }));
}

/** The payloads of many such emails as one for each officer. */
export function gathered(works: readonly GivenWork[]): readonly GivenWork[] {
  const each = new Map<string, GivenWork>();
  for (const work of works) each.set(work.officer, { ...work, count: work.count + (each.get(work.officer)?.count ?? 0) });
  return [...each.values()];
}

export function isGiven(payload: object): payload is GivenWork {
  return "given" in payload;
}
