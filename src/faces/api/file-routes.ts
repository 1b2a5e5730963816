import type { FastifyInstance } from "fastify";
import type { FileAnswer } from "../../answers/answer-type.ts";
import type { Context } from "../../context.ts";
import { addFile } from "../../platform/files/file-rows.ts";
import { receiveFile } from "../../platform/files/receive.ts";
import { refusal } from "../../platform/http/errors.ts";
import type { PostedFile } from "../shared/form-body.ts";
import { formOf } from "../shared/multipart.ts";
import { sendProblem } from "./answer-problem.ts";
import type { Caller, Callers } from "./caller.ts";
import { refuseOthers } from "./only.ts";

/** Keeps a file for its sender's next case: it belongs to the key until a case takes it. */
async function keep(context: Context, { visit, key }: Caller, file: { bytes: Buffer; name: string; type: string }): Promise<FileAnswer> {
  const council = visit.council.id;
  const { sha256, size } = await context.files.put(council, file.bytes);
  const answer = { id: context.ids.uuid(visit.now), sha256, name: file.name, type: file.type, size };
  await addFile(context.database, council, { ...answer, draft: key.id, caseId: null, createdAt: visit.now });
  return answer;
}

function onlyOne(files: readonly PostedFile[]): PostedFile {
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw refusal("not-understood", { detail: "Send one file, as multipart/form-data, in the field “file”." });
  return file;
}

/** Takes a file that an answer may name. Two statements: the key, and the file. */
export function fileRoutes(app: FastifyInstance, context: Context, callers: Callers): void {
  app.post("/files", { onRequest: callers.require("cases.submit") }, async (request, reply) => {
    const caller = callers.of(request);
    context.rateLimits.spend("upload-api", caller.visit.council.id, caller.key.id);
    if (!request.isMultipart())
      throw refusal("type-not-supported", { detail: "Send one file, as multipart/form-data, in the field “file”." });
    const { files } = await formOf(request);
    const { bytes, name } = onlyOne(files);
    const received = await receiveFile({ bytes, name, accept: "any" }, context.scanner);
    if (!received.ok) {
      const { code, message } = received.problem;
      return sendProblem(reply, refusal("file-refused", { detail: message }), [{ pointer: "/file", code, detail: message }]);
    }
    return reply.code(201).send(await keep(context, caller, received.file));
  });
  refuseOthers(app, "/files", "POST");
}
