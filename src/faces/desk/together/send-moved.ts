import type { Problem } from "../../../answers/answer-type.ts";
import { workCalendar } from "../../../cases/clock/work-calendar.ts";
import type { Preparation } from "../../../cases/prepare.ts";
import { prepare } from "../../../cases/prepare.ts";
import { makeReference } from "../../../cases/reference.ts";
import { filesIn } from "../../../cases/shadow.ts";
import { moving } from "../../../cases/together/move.ts";
import type { Context } from "../../../context.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { Draft } from "../../../drafts/draft-store.ts";
import { mayOnCase } from "../../../people/rights.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { derivedUuid } from "../../../platform/ids.ts";
import type { Desk } from "../desk.ts";

/** What became of moving a case: done, an answer to mend, or that the case is no longer one that can be moved. */
export type Moved = { readonly ok: true } | Extract<Preparation, { ok: false }> | { readonly ok: false; readonly stale: Problem };

/** Moves the case that a journey of an officer's is about, once, whatever is pressed: the old is closed and the new is made together. */
export async function sendMoved(context: Context, desk: Desk, service: PublishedService, draft: Draft): Promise<Moved> {
  const { visit, officer } = desk;
  const council = visit.council.id;
  if (draft.reference !== null) return { ok: true };
  const item = draft.moves === null ? undefined : await context.cases.byId(council, draft.moves);
  if (item === undefined || !mayOnCase(officer, "cases.work", visit.council, item)) throw refusal("not-permitted");
  const { answers, files, saves } = draft;
  const preparation = prepare(service, answers, visit.now, workCalendar(visit.council), { today: visit.today, files });
  if (!preparation.ok) return preparation;
  const { prepared } = preparation;
  const move = {
    id: context.ids.uuid(visit.now),
    reference: makeReference(context.ids.bytes(16)),
    service,
    prepared,
    draft: { id: draft.id, saves, files: filesIn(prepared.answers).map(({ id }) => id) },
  };
  const key = derivedUuid("move", draft.id);
  const asking = { council, caseId: item.id, channel: "desk", officer: officer.id, roles: officer.roles, key } as const;
  const moved = await context.together.change(asking, [], moving(move));
  if (!moved.ok) return { ok: false, stale: { field: "go-on", code: "case-changed", message: moved.refusal.message } };
  context.jobs.wake(council);
  return { ok: true };
}
