import { workCalendar } from "../../cases/clock/work-calendar.ts";
import type { Preparation } from "../../cases/prepare.ts";
import { prepare } from "../../cases/prepare.ts";
import { DraftChanged } from "../../cases/submission-store.ts";
import type { Context } from "../../context.ts";
import type { PublishedService } from "../../definition/service.ts";
import type { Draft } from "../../drafts/draft-store.ts";
import { refusal } from "../../platform/http/errors.ts";
import type { Visit } from "./visit.ts";

/** What became of sending: the case is there, or where the journey stands instead and what is wrong there. */
export type Sent = { readonly ok: true } | Extract<Preparation, { readonly ok: false }>;

/** Who sends it and through which channel: not always who began it, where a journey was handed over. */
export type SentBy = Pick<Draft, "channel" | "officer">;

// Somebody who answers in one tab as often as this while they send in another is told to try again.
const MOST_READS = 5;

/**
 * Makes a case of a draft: once, whatever is pressed. The draft is the one-time key, so a double press, a retry, a second tab and the back
 * button all come to the same case. An answer that another tab keeps at the same moment is in it.
 */
export async function sendDraft(
  context: Context,
  visit: Visit,
  service: PublishedService,
  draft: Draft,
  by: SentBy = draft,
): Promise<Sent> {
  let latest = draft;
  for (let reads = 1; ; reads++) {
    try {
      return await sendAsRead(context, visit, service, latest, by);
    } catch (error) {
      if (!(error instanceof DraftChanged)) throw error;
      const found = reads < MOST_READS ? await context.drafts.load(visit.council.id, draft.id) : undefined;
      if (found === undefined || found.version !== service.version) throw refusal("busy", { retryAfter: 1 });
      latest = found;
    }
  }
}

async function sendAsRead(context: Context, visit: Visit, service: PublishedService, draft: Draft, by: SentBy): Promise<Sent> {
  if (draft.reference !== null) return { ok: true };
  const { id: submission, files, saves } = draft;
  const preparation = prepare(service, draft.answers, visit.now, workCalendar(visit.council), { today: visit.today, files });
  if (!preparation.ok) return preparation;
  const from = {
    channel: by.channel,
    officer: by.officer,
    hasFiles: files.length > 0,
    afterOutcome: draft.outcome !== null,
    handedOver: by.channel !== draft.channel,
    saves,
  };
  await context.submit({ council: visit.council.id, submission, service, prepared: preparation.prepared, ...from });
  context.jobs.wake(visit.council.id);
  return { ok: true };
}

/** Notes, the first time it is shown, that a draft came to an ending that is no case. */
export async function noteOutcome(context: Context, visit: Visit, draft: Draft, outcome: string): Promise<void> {
  if (draft.outcome !== null) return;
  await context.drafts.end(visit.council.id, draft, outcome);
  context.jobs.wake(visit.council.id);
}
