import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Problem } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import { personWrites } from "../../../cases/together/person-writes.ts";
import type { Context } from "../../../context.ts";
import { filesOfCase } from "../../../platform/files/file-rows.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { derivedUuid } from "../../../platform/ids.ts";
import type { FormScope } from "../../../platform/http/form-keys.ts";
import { newFormKey, readFormKey } from "../../../platform/http/form-keys.ts";
import type { PageWords } from "../../../language/page-words.ts";
import { inLanguage } from "../../../definition/in-language.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { sendCaseFile } from "../../shared/send-file.ts";
import type { Visit } from "../../shared/visit.ts";
import { visitIn, visitOf } from "../../shared/visit.ts";
import { sendAnswers } from "./answers-paper.ts";
import { findCase, goingOn, openCase, openedCase } from "./case-access.ts";
import { casePage } from "./case-page.ts";
import { followedBy } from "./followed.ts";
import { findCasePage } from "./find-case-page.ts";
import { takeFiles } from "../../shared/take-files.ts";
import { reopen } from "./reopen-routes.ts";

type CaseRequest = FastifyRequest<{ Params: { reference: string; file: string }; Querystring: { sent?: string; reopened?: string } }>;

function scopeOf(visit: Visit, purpose: string): FormScope {
  return { secret: visit.jar.secret, council: visit.council.id, visitor: "", purpose };
}

async function find(context: Context, request: FastifyRequest, reply: FastifyReply) {
  const visit = await visitOf(context, request);
  const body = await formOf(request);
  const scope = scopeOf(visit, "find-case");
  if (readFormKey(scope, field(body, "key")) === undefined) throw refusal("form-not-ours");
  const typed = { reference: field(body, "reference"), proof: field(body, "proof") };
  const problems = missing(visit.words, typed);
  const item = problems.length === 0 ? await findCase(context, visit, typed, request.ip) : undefined;
  if (item !== undefined) {
    const { reference } = await goingOn(context, item);
    openCase(visit, reply, reference);
    return reply.redirect(`/cases/${reference}`, 303);
  }
  const wrong = {
    field: "reference",
    code: "case-not-found",
    message: visit.words.noSuchCase,
  };
  const key = newFormKey(scope, context.ids.uuid(visit.now));
  return reply.code(422).send(findCasePage(visit, { ...typed, key, problems: problems.length > 0 ? problems : [wrong] }));
}

function missing(words: PageWords, typed: { reference: string; proof: string }): readonly Problem[] {
  const problems: Problem[] = [];
  if (typed.reference.trim() === "") problems.push({ field: "reference", code: "answer-missing", message: words.enterReference });
  if (typed.proof.trim() === "") problems.push({ field: "proof", code: "answer-missing", message: words.enterProof });
  return problems;
}

interface Shown {
  readonly typed: string;
  readonly problems: readonly Problem[];
  readonly added: boolean;
  readonly reopened?: boolean;
  readonly reason?: string;
}

async function showCase(context: Context, visit: Visit, item: Case, shown: Shown): Promise<string> {
  const council = visit.council.id;
  const [service, events, files, followed] = await Promise.all([
    context.councils.version(council, item.service, item.version),
    context.cases.events(council, item.id),
    filesOfCase(context.database, council, item.id),
    followedBy(context, visit, item),
  ]);
  if (service === undefined) throw refusal("case-not-found");
  const key = newFormKey(scopeOf(visit, `case:${item.reference}`), context.ids.uuid(visit.now));
  const told = inLanguage(service, visit.language);
  return casePage(visitIn(context, visit, told.language ?? "en"), { item, service: told, events, files, followed, key, ...shown });
}

async function addMessage(context: Context, request: CaseRequest, reply: FastifyReply) {
  const visit = await visitOf(context, request);
  const item = await openedCase(context, visit, request);
  const council = visit.council.id;
  context.rateLimits.spend("add-to-case", council, item.id);
  const body: FormBody = await formOf(request);
  const key = readFormKey(scopeOf(visit, `case:${item.reference}`), field(body, "key"));
  if (key === undefined) throw refusal("form-not-ours");
  const taken = await takeFiles(context, visit, item, key, body);
  const typed = field(body, "text");
  if (!taken.ok) return reply.code(422).send(await showCase(context, visit, item, { typed, problems: taken.problems, added: false }));
  const asking = { council, caseId: item.id, channel: "web", officer: null, roles: [], key } as const;
  const command = { kind: "reply", text: typed, files: taken.files } as const;
  const applied = await personWrites(context, item, asking, command);
  if (applied.ok) return reply.redirect(`/cases/${item.reference}?sent=1`, 303);
  const { code } = applied.refusal;
  const { words } = visit;
  const message = typed.trim() === "" ? words.enterMessage : code === "field" ? words.messageLong("5,000") : applied.refusal.message;
  return reply.code(422).send(await showCase(context, visit, item, { typed, problems: [{ field: "text", code, message }], added: false }));
}

/** The person agrees no longer that other services see it. */
async function unshare(context: Context, request: FastifyRequest<{ Params: { reference: string; number: string } }>, reply: FastifyReply) {
  const visit = await visitOf(context, request);
  const item = await openedCase(context, visit, request);
  const key = readFormKey(scopeOf(visit, `case:${item.reference}`), field(await formOf(request), "key"));
  if (key === undefined) throw refusal("form-not-ours");
  // The page's other form has the same key.
  const asking = {
    council: item.council,
    caseId: item.id,
    channel: "web",
    officer: null,
    roles: [],
    key: derivedUuid("unshare", key),
  } as const;
  await context.cases.apply(asking, { kind: "unshare", request: Number(request.params.number) });
  return reply.redirect(`/cases/${item.reference}`, 303);
}

async function reopenCase(context: Context, request: CaseRequest, reply: FastifyReply) {
  const visit = await visitOf(context, request);
  const item = await openedCase(context, visit, request);
  const body = await formOf(request);
  const key = readFormKey(scopeOf(visit, `case:${item.reference}`), field(body, "key"));
  return reopen(context, { visit, item, body, key }, reply, (now, { reason, message }) => {
    const problems = [{ field: "reopen-reason", code: "answer-missing", message }];
    return showCase(context, visit, now, { typed: "", added: false, reason, problems });
  });
}

async function sendFile(context: Context, request: CaseRequest, reply: FastifyReply) {
  const visit = await visitOf(context, request);
  return sendCaseFile(context, await openedCase(context, visit, request), request.params.file, reply);
}

/** A person's case: found by reference and email address or postcode, seen for two hours, added to. */
export function caseRoutes(app: FastifyInstance, context: Context): void {
  app.get("/cases", async (request) => {
    const visit = await visitOf(context, request);
    return findCasePage(visit, {
      key: newFormKey(scopeOf(visit, "find-case"), context.ids.uuid(visit.now)),
      reference: "",
      proof: "",
      problems: [],
    });
  });
  app.post("/cases", (request, reply) => find(context, request, reply));
  app.get("/cases/:reference", async (request: CaseRequest, reply) => {
    const visit = await visitOf(context, request);
    const item = await openedCase(context, visit, request);
    const { reference } = await goingOn(context, item);
    if (reference !== item.reference) {
      openCase(visit, reply, reference);
      return reply.redirect(`/cases/${reference}`, 303);
    }
    return showCase(context, visit, item, {
      typed: "",
      problems: [],
      added: request.query.sent !== undefined,
      reopened: request.query.reopened !== undefined,
    });
  });
  app.post("/cases/:reference/reopen", (request: CaseRequest, reply) => reopenCase(context, request, reply));
  app.post("/cases/:reference/messages", (request: CaseRequest, reply) => addMessage(context, request, reply));
  app.post(
    "/cases/:reference/requests/:number/unshare",
    (request: FastifyRequest<{ Params: { reference: string; number: string } }>, reply) => unshare(context, request, reply),
  );
  app.get("/cases/:reference/answers", async (request: CaseRequest, reply) => {
    const visit = await visitOf(context, request);
    return sendAnswers(context, visit, await openedCase(context, visit, request), reply);
  });
  app.get("/cases/:reference/files/:file", (request: CaseRequest, reply) => sendFile(context, request, reply));
}
