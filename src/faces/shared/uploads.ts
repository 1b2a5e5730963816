import type { Fields, FileAnswer, Problem, Question } from "../../answers/answer-type.ts";
import type { Context } from "../../context.ts";
import type { Screen } from "../../definition/service.ts";
import { addFile, removeDraftFile } from "../../platform/files/file-rows.ts";
import { fileWords } from "./file-words.ts";
import { receiveFile } from "../../platform/files/receive.ts";
import type { FormBody } from "./form-body.ts";
import type { Visit } from "./visit.ts";

/** The question that a file was chosen for: `certificate`, or `dragons.0.certificate` in a repeated group. */
function fileQuestion({ questions }: Asked, field: string): Question | undefined {
  const [first = "", index, ...rest] = field.split(".");
  const question = questions.find(({ id }) => id === first);
  if (index !== undefined) return fileQuestion({ questions: question?.settings.questions ?? [] }, rest.join("."));
  return question?.type === "files" ? question : undefined;
}

/** What a form asks: the questions of one screen, or of a whole script. */
export type Asked = Pick<Screen, "questions">;

/** Whose journey the files are for. */
export interface Journey {
  readonly visit: Visit;
  /** The draft's id. */
  readonly draft: string;
}

export interface Uploads {
  /** The posted fields, with the ids of the files that were taken. */
  readonly fields: Fields;
  readonly problems: readonly Problem[];
}

/** Notes a file that was taken, and gives its id; undefined where there are as many as there can be. */
export type Keep = (context: Context, journey: Journey, file: TakenFile) => Promise<string | undefined>;

interface TakenFile {
  readonly bytes: Buffer;
  readonly name: string;
  readonly type: string;
}

/**
 * Takes the files chosen in a form: each is checked, stored, and noted on the draft, so that it stays when another answer on the
 * screen is wrong.
 */
export async function takeUploads(context: Context, journey: Journey, asked: Asked, body: FormBody, keepIt: Keep = keep): Promise<Uploads> {
  const fields = new Map(body.fields);
  const problems: Problem[] = [];
  for (const posted of body.files) {
    const question = fileQuestion(asked, posted.field);
    if (question === undefined) continue;
    context.rateLimits.spend("upload", journey.visit.council.id, journey.draft);
    const receipt = await receiveFile({ ...posted, accept: question.settings.accept ?? "any" }, context.scanner);
    const id = receipt.ok ? await keepIt(context, journey, receipt.file) : undefined;
    if (!receipt.ok) problems.push({ field: posted.field, code: receipt.problem.code, message: fileWords(receipt.problem, journey.visit) });
    else if (id === undefined) problems.push({ field: posted.field, code: "files-too-many", message: journey.visit.words.tooManyFiles });
    else fields.set(posted.field, [...(fields.get(posted.field) ?? []), id]);
  }
  return { fields, problems };
}

/** Notes a file on the draft and gives its id; undefined where the draft holds as many as it can, or was sent. */
async function keep(context: Context, journey: Journey, file: TakenFile): Promise<string | undefined> {
  const { now, council } = journey.visit;
  const stored = await context.files.put(council.id, file.bytes);
  const answer: FileAnswer = { id: context.ids.uuid(now), ...stored, name: file.name, type: file.type };
  await addFile(context.database, council.id, { ...answer, draft: journey.draft, caseId: null, createdAt: now });
  if (await context.drafts.addFile(council.id, journey.draft, answer)) return answer.id;
  const hash = await removeDraftFile(context.database, council.id, journey.draft, answer.id);
  if (hash !== undefined) await context.files.remove(council.id, hash);
  return undefined;
}

/** Whether a form carries files. */
export function hasFiles({ questions }: Asked): boolean {
  return questions.some(({ type, settings }) => type === "files" || hasFiles({ questions: settings.questions ?? [] }));
}
