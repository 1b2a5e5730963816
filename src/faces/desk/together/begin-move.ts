import type { FileAnswer } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import { filesIn } from "../../../cases/shadow.ts";
import { carryOver, withOtherFiles } from "../../../cases/together/carry.ts";
import type { Context } from "../../../context.ts";
import { carryIntoDraft } from "../../../drafts/carry-over.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { addFile } from "../../../platform/files/file-rows.ts";
import { derivedUuid } from "../../../platform/ids.ts";
import type { Desk } from "../desk.ts";

interface Begun {
  readonly item: Case;
  readonly from: PublishedService;
  readonly to: PublishedService;
  /** The one-time key of the form, which the journey is named by. */
  readonly key: string;
}

/** Begins the journey in which an officer fills in what is missing, with the answers that are carried over and files of its own. Once for a form. */
export async function beginMove(context: Context, { visit, officer }: Desk, { item, from, to, key }: Begun): Promise<void> {
  const council = visit.council.id;
  const carried = carryOver(from, to, item.answers, visit.today);
  const idOf = ({ id }: FileAnswer): string => derivedUuid("carried-file", key, id);
  await context.drafts.start(council, key, {
    service: to.id,
    version: to.version,
    channel: "desk",
    officer: officer.id,
    plan: to.drafts,
  });
  const answers = Object.fromEntries(Object.entries(carried.answers).map(([id, answer]) => [id, withOtherFiles(answer, idOf)]));
  const files = Object.values(answers).flatMap(filesIn);
  for (const file of files) await addFile(context.database, council, { ...file, draft: key, caseId: null, createdAt: visit.now });
  await carryIntoDraft(context, council, key, { answers, files, moves: item.id });
  context.jobs.wake(council);
}
