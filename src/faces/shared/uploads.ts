import type { Fields, FileAnswer, Problem, Question } from "../../answers/answer-type.ts";
import type { Context } from "../../context.ts";
import type { Screen } from "../../definition/service.ts";
import { addFile } from "../../platform/files/file-rows.ts";
import { fileWords } from "./file-words.ts";
import { receiveFile } from "../../platform/files/receive.ts";
import type { FormBody } from "./form-body.ts";
import type { Visit } from "./visit.ts";

/** The question that a file was chosen for: `certificate`, or `dragons.0.certificate` in a repeated group. */
function fileQuestion(asked: Asked, field: string): Question | undefined {
  const [first = "", , inner] = field.split(".");
  const question = asked.questions.find(({ id }) => id === first);
  const found = inner === undefined ? question : question?.settings.questions?.find(({ id }) => id === inner);
  return found?.type === "files" ? found : undefined;
}

/** What a form asks: the questions of one screen, or of a whole script. */
export type Asked = Pick<Screen, "questions">;

/** Whose journey the files are for. */
interface Journey {
  readonly visit: Visit;
  /** The draft's id. */
  readonly draft: string;
}

export interface Uploads {
  /** The posted fields, with the ids of the files that were taken. */
  readonly fields: Fields;
  readonly problems: readonly Problem[];
}

/**
 * Takes the files chosen in a form: each is checked, stored, and noted on the draft, so that it stays when another answer on the
 * screen is wrong.
 */
export async function takeUploads(context: Context, journey: Journey, asked: Asked, body: FormBody): Promise<Uploads> {
  const fields = new Map(body.fields);
  const problems: Problem[] = [];
  for (const posted of body.files) {
    const question = fileQuestion(asked, posted.field);
    if (question === undefined) continue;
    context.rateLimits.spend("upload", journey.visit.council.id, journey.draft);
    const receipt = await receiveFile({ ...posted, accept: question.settings.accept ?? "any" }, context.scanner);
    if (!receipt.ok) problems.push({ field: posted.field, code: receipt.problem.code, message: fileWords(receipt.problem, journey.visit) });
    else fields.set(posted.field, [...(fields.get(posted.field) ?? []), await keep(context, journey, receipt.file)]);
  }
  return { fields, problems };
}

async function keep(context: Context, journey: Journey, file: { bytes: Buffer; name: string; type: string }): Promise<string> {
  const { now, council } = journey.visit;
  const stored = await context.files.put(council.id, file.bytes);
  const answer: FileAnswer = { id: context.ids.uuid(now), ...stored, name: file.name, type: file.type };
  await addFile(context.database, council.id, { ...answer, draft: journey.draft, caseId: null, createdAt: now });
  await context.drafts.addFile(council.id, journey.draft, answer);
  return answer.id;
}

/** Whether a form carries files. */
export function hasFiles({ questions }: Asked): boolean {
  return questions.some(({ type, settings }) => type === "files" || settings.questions?.some((inner) => inner.type === "files") === true);
}
