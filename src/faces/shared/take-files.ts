import type { Problem } from "../../answers/answer-type.ts";
import type { Case } from "../../cases/case.ts";
import type { Context } from "../../context.ts";
import { addFile } from "../../platform/files/file-rows.ts";
import { fileWords } from "./file-words.ts";
import { receiveFile } from "../../platform/files/receive.ts";
import { derivedUuid } from "../../platform/ids.ts";
import type { FormBody } from "./form-body.ts";
import type { Visit } from "./visit.ts";

export type Taken =
  | { readonly ok: true; readonly files: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Takes the files of a message to a case. Their ids follow from the form's one-time key, so that a message sent twice keeps them once. */
export async function takeFiles(context: Context, visit: Visit, item: Case, key: string, body: FormBody): Promise<Taken> {
  const files: string[] = [];
  for (const [index, posted] of body.files.entries()) {
    const receipt = await receiveFile({ ...posted, accept: "any" }, context.scanner);
    if (!receipt.ok)
      return { ok: false, problems: [{ field: "file", code: receipt.problem.code, message: fileWords(receipt.problem, visit) }] };
    const { bytes, name, type } = receipt.file;
    const stored = await context.files.put(visit.council.id, bytes);
    const id = derivedUuid("file", key, String(index));
    await addFile(context.database, visit.council.id, { id, name, type, ...stored, draft: null, caseId: item.id, createdAt: visit.now });
    files.push(id);
  }
  return { ok: true, files };
}
