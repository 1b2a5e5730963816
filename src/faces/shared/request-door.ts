import type { FastifyReply, FastifyRequest } from "fastify";

import type { Fields, FileAnswer, Problem } from "../../answers/answer-type.ts";
import { pressed } from "../../answers/answer-types.ts";
import { takesAnswers } from "../../cases/requests/request.ts";
import { filesIn } from "../../cases/shadow.ts";
import type { Context } from "../../context.ts";
import { addFile, filesOfDraft } from "../../platform/files/file-rows.ts";
import { refusal } from "../../platform/http/errors.ts";
import type { FormBody } from "./form-body.ts";
import { field } from "./form-body.ts";
import { formOf } from "./multipart.ts";
import { requestCheck, requestForm } from "./request-pages.ts";
import type { RequestDoor } from "./request-way.ts";
import { answerKey, filesWaitAt, readForm } from "./request-plan.ts";
import type { Journey } from "./uploads.ts";
import { hasFiles, takeUploads } from "./uploads.ts";

const MOST_WAITING = 40;

/** Whether the form can still be sent. */
export function isAsking({ item, request }: Pick<RequestDoor, "item" | "request">): boolean {
  return item.closedAt === null && takesAnswers(request);
}

function waiting(context: Context, door: RequestDoor): Promise<readonly FileAnswer[]> {
  if (!hasFiles(door.plan)) return Promise.resolve([]);
  return filesOfDraft(context.database, door.item.council, filesWaitAt(door.item, door.number, door.request));
}

/** The empty form. */
export function showRequest(door: RequestDoor): string {
  return requestForm(door, { fields: new Map(), problems: [], files: [] });
}

/** Takes the posted form: shows what is wrong, or everything once more, or sends it. */
export async function postRequest(context: Context, door: RequestDoor, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  if (!door.isOurs(body)) throw refusal("form-not-ours");
  if (!isAsking(door)) return reply.redirect(door.done, 303);
  const then = field(body, "then");
  const uploads = await uploadsIn(context, door, body);
  const files = await waiting(context, door);
  const again = pressed(door.plan.questions, uploads.fields);
  const shown = { fields: again ?? uploads.fields, files };
  if (again !== null || then === "change") return requestForm(door, { ...shown, problems: uploads.problems });
  const reading = readForm(door.plan, shown.fields, { today: door.visit.today, files }, door.visit.words.answerOrFile);
  const problems = onePerField([...door.wrong(shown.fields), ...uploads.problems, ...(reading.ok ? [] : reading.problems)]);
  if (!reading.ok || problems.length > 0) return reply.code(422).send(requestForm(door, { ...shown, problems }));
  if (then !== "send") return requestCheck(door, reading.answers, shown.fields);
  return send(context, door, { answers: reading.answers, fields: shown.fields }, reply);
}

/** A file that was refused leaves its question unanswered too; only the first is said. */
function onePerField(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem, index) => problems.findIndex(({ field: first }) => first === problem.field) === index);
}

function uploadsIn(context: Context, { visit, item, number, request, plan }: RequestDoor, body: FormBody) {
  return takeUploads(context, { visit, draft: filesWaitAt(item, number, request) }, plan, body, keepWaiting);
}

/** Notes a file that belongs to no case until the answer that names it is sent. */
export async function keepWaiting(context: Context, { visit, draft }: Journey, file: { bytes: Buffer; name: string; type: string }) {
  const council = visit.council.id;
  if ((await filesOfDraft(context.database, council, draft)).length >= MOST_WAITING) return undefined;
  const stored = await context.files.put(council, file.bytes);
  const id = context.ids.uuid(visit.now);
  await addFile(context.database, council, { id, name: file.name, type: file.type, ...stored, draft, caseId: null, createdAt: visit.now });
  return id;
}

interface Read {
  readonly answers: Parameters<typeof filesIn>[0] & FormAnswers;
  readonly fields: Fields;
}

type FormAnswers = Extract<ReturnType<typeof readForm>, { readonly ok: true }>["answers"];

/** Sends it once: what a second tab, a double press or an older form is too late for, the page that follows says. */
async function send(context: Context, door: RequestDoor, { answers, fields }: Read, reply: FastifyReply) {
  const { item, number, request } = door;
  const files = filesIn(answers).map(({ id }) => id);
  const shared = fields.get("agree")?.includes("yes") === true;
  const asking = { council: item.council, caseId: item.id, key: answerKey(item, number, request), ...door.by(fields) };
  await context.cases.apply(asking, { kind: "answer", request: number, asked: request.asked, answers, files, shared });
  context.jobs.wake(item.council);
  return reply.redirect(door.done, 303);
}
