import type { Case } from "../../../cases/case.ts";
import type { Tie } from "../../../cases/together/tie.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import { readReference } from "../../../cases/reference.ts";
import type { Context } from "../../../context.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { seesCase } from "../../../people/rights.ts";
import type { Desk } from "../desk.ts";
import { othersIn } from "./others-in.ts";

/** A case that belongs to another, and which the officer may see. */
export interface Beside {
  readonly tie: Tie;
  readonly item: Case;
  readonly service: PublishedService | undefined;
}

/** Whether the officer may see a case at all. Of one that they may not see nothing is said, but that there is one. */
export function maySee({ officer, visit }: Desk, item: Case): boolean {
  return seesCase(officer, visit.council, item);
}

/** Of the cases that have to do with a case, those that the officer may see. */
export interface Together {
  /** Those that belong to it now. */
  readonly beside: readonly Beside[];
  /** The ids of all that its history names. */
  readonly seen: ReadonlySet<string>;
}

/** The cases that have to do with a case: one statement where there are any, none where there are not. */
export async function casesTogether(
  context: Context,
  desk: Desk | undefined,
  { council, ties }: Case,
  events: readonly StoredEvent[],
): Promise<Together> {
  const named = events.flatMap(othersIn).map((other) => other.case);
  const ids = [...new Set([...named, ...(ties ?? []).map((tie) => tie.case)])];
  const found = desk === undefined ? [] : (await context.together.byIds(council, ids)).filter((item) => maySee(desk, item));
  const beside = (ties ?? []).flatMap((tie) => {
    const item = found.find(({ id }) => id === tie.case);
    return item === undefined ? [] : [withService(context, tie, item)];
  });
  return { beside: await Promise.all(beside), seen: new Set(found.map(({ id }) => id)) };
}

async function withService(context: Context, tie: Tie, item: Case): Promise<Beside> {
  return { tie, item, service: await context.councils.version(item.council, item.service, item.version) };
}

/** The case of a reference that an officer typed; undefined where there is none, and where they may not see it. */
export async function typedCase(context: Context, desk: Desk, typed: string): Promise<Case | undefined> {
  const reference = readReference(typed);
  const item = reference === undefined ? undefined : await context.cases.byReference(desk.visit.council.id, reference);
  return item !== undefined && maySee(desk, item) ? item : undefined;
}
