import type { Case } from "../../../cases/case.ts";
import type { Answers } from "../../../answers/answer-type.ts";
import { partOf, tieTo } from "../../../cases/together/tie.ts";
import type { Tie } from "../../../cases/together/tie.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import { readReference } from "../../../cases/reference.ts";
import type { Context } from "../../../context.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { seesCase } from "../../../people/rights.ts";
import type { Desk } from "../desk.ts";
import { othersIn } from "./others-in.ts";

/** A case that belongs to another, of which the officer may see where it stands. */
export interface Beside {
  readonly tie: Tie;
  readonly item: Case;
  readonly service: PublishedService | undefined;
  /** Whether they may open it. Who sees a case sees where its sub-cases stand, and no more of them than that. */
  readonly mayOpen: boolean;
}

/** Whether the officer may see a case at all. Of one that they may not see nothing is said, but that there is one. */
export function maySee({ officer, visit }: Desk, item: Case): boolean {
  return seesCase(officer, visit.council, item);
}

/** Of the cases that have to do with a case, those that the officer may see. */
export interface Together {
  /** Those that belong to it now. */
  readonly beside: readonly Beside[];
  /** Its answers; where it is a sub-case those of the whole case that it sees. */
  readonly shownAnswers: Answers;
  /** The ids of all that its history names. */
  readonly seen: ReadonlySet<string>;
}

/** The cases that have to do with a case: one statement where there are any, none where there are not. */
export async function casesTogether(
  context: Context,
  desk: Desk | undefined,
  item: Case,
  events: readonly StoredEvent[],
): Promise<Together> {
  const { council, ties } = item;
  const named = events.flatMap(othersIn).map((other) => other.case);
  const ids = [...new Set([...named, ...(ties ?? []).map((tie) => tie.case)])];
  const all = desk === undefined ? [] : await context.together.byIds(council, ids);
  const known = all.filter((one) => isPart(item, one) || (desk !== undefined && maySee(desk, one)));
  const beside = (ties ?? []).flatMap((tie) => {
    const other = known.find(({ id }) => id === tie.case);
    return other === undefined ? [] : [withService(context, tie, other, desk !== undefined && maySee(desk, other))];
  });
  const shownAnswers = answersSeen(item, all);
  return { shownAnswers, beside: await Promise.all(beside), seen: new Set(known.map(({ id }) => id)) };
}

/** The answers of the whole case that a sub-case sees; of any other case its own. */
export function answersSeen(item: Case, others: readonly Case[]): Answers {
  const part = partOf(item);
  if (part === undefined) return item.answers;
  const whole = others.find(({ id }) => id === part.case);
  return Object.fromEntries(Object.entries(whole?.answers ?? {}).filter(([id]) => part.sees?.includes(id) === true));
}

function isPart({ ties }: Case, { id }: Case): boolean {
  return tieTo(ties, "sub-case", id) !== undefined;
}

async function withService(context: Context, tie: Tie, item: Case, mayOpen: boolean): Promise<Beside> {
  return { tie, item, mayOpen, service: await context.councils.version(item.council, item.service, item.version) };
}

/** The case of a reference that an officer typed; undefined where there is none, and where they may not see it. */
export async function typedCase(context: Context, desk: Desk, typed: string): Promise<Case | undefined> {
  const reference = readReference(typed);
  const item = reference === undefined ? undefined : await context.cases.byReference(desk.visit.council.id, reference);
  return item !== undefined && maySee(desk, item) ? item : undefined;
}
