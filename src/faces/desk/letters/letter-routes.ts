import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import type { Letter } from "../../../messages/letter-store.ts";
import { lettersById, lettersOfPaper, lettersOfTeams, takeForPaper } from "../../../messages/letter-store.ts";
import { markPrinted } from "../../../messages/message-store.ts";
import { sightOf } from "../../../people/rights.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { derivedUuid, isUuid } from "../../../platform/ids.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { sendPaper } from "../../shared/send-paper.ts";
import { oneText } from "../../shared/query.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { lettersPaper } from "../papers/letters-paper.ts";
import { looked } from "../looks/looked.ts";
import { lettersPage, printPage } from "./letter-pages.ts";

interface Place {
  readonly Params: { readonly letter: string };
}

function waiting(context: Context, { visit, officer }: Desk) {
  return lettersOfTeams(context.database, visit.council.id, sightOf(officer, visit.council));
}

function numberIn({ query }: FastifyRequest, name: string): number | undefined {
  const text = /^\d{1,4}$/.exec(oneText(query, name))?.[0];
  return text === undefined ? undefined : Number(text);
}

/** The paper that an address speaks of, where there is one of the officer's. */
async function paperIn(context: Context, { visit, officer }: Desk, request: FastifyRequest) {
  const key = oneText(request.query, "paper");
  if (!isUuid(key)) return undefined;
  const letters = (await lettersOfPaper(context.database, visit.council.id, sightOf(officer, visit.council), key)).length;
  return { key, letters, of: Math.max(letters, numberIn(request, "of") ?? 0) };
}

async function showLetters(context: Context, desk: Desk, request: FastifyRequest): Promise<string> {
  return lettersPage(context, desk, {
    ...(await waiting(context, desk)),
    printed: numberIn(request, "printed"),
    paper: await paperIn(context, desk, request),
  });
}

/** Notes letters as printed, those of the officer's teams. Twice is the same as once: what is printed stays so. */
async function note(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const key = checkDeskKey(desk, "letters", body);
  const { visit, officer } = desk;
  const chosen = (body.fields.get("letter") ?? []).filter(isUuid);
  if (chosen.length === 0) return reply.code(422).send(lettersPage(context, desk, { ...(await waiting(context, desk)), none: true }));
  if (field(body, "then") === "pdf") return putOnPaper(context, desk, chosen, key, reply);
  const mine = await lettersById(context.database, visit.council.id, sightOf(officer, visit.council), chosen);
  await markPrinted(
    context.database,
    visit.council.id,
    mine.map(({ id }) => id),
    visit.now,
  );
  return reply.redirect(`/desk/letters?printed=${mine.length}`, 303);
}

/** Puts the chosen letters on one paper and notes them as printed. The same choice pressed again is the same paper; each letter is on one. */
async function putOnPaper(context: Context, { visit, officer }: Desk, chosen: readonly string[], formKey: string, reply: FastifyReply) {
  const key = derivedUuid("letters", formKey, ...chosen);
  const paper = { ids: chosen, key, at: visit.now };
  await takeForPaper(context.database, visit.council.id, sightOf(officer, visit.council), paper);
  return reply.redirect(`/desk/letters?paper=${key}&of=${chosen.length}`, 303);
}

async function sendPdf(context: Context, desk: Desk, reply: FastifyReply, letters: readonly Letter[]) {
  const [first] = letters;
  if (first === undefined) throw refusal("page-not-found");
  await looked(context, desk, casesOf(letters), "print");
  const name = letters.length === 1 ? `letter-${first.reference}` : `letters-${letters.length}`;
  return sendPaper(reply, name, await lettersPaper(context, desk, letters));
}

async function oneOf(context: Context, { visit, officer }: Desk, id: string): Promise<readonly Letter[]> {
  return isUuid(id) ? lettersById(context.database, visit.council.id, sightOf(officer, visit.council), [id]) : [];
}

/** The cases that letters are about. */
function casesOf(letters: readonly Letter[]) {
  return letters.map(({ caseId, ...letter }) => ({ ...letter, id: caseId }));
}

async function showOne(context: Context, desk: Desk, id: string): Promise<string> {
  const found = await oneOf(context, desk, id);
  if (found.length === 0) throw refusal("page-not-found");
  await looked(context, desk, casesOf(found), "print");
  return printPage(context, desk, found);
}

/** Letters: those that wait, each as it is printed, and that they are. */
export function letterRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/letters",
    forOfficers(context, "letters.print", (desk, request) => showLetters(context, desk, request)),
  );
  app.post(
    "/letters",
    forOfficers(context, "letters.print", (desk, request, reply) => note(context, desk, request, reply)),
  );
  app.get(
    "/letters/all",
    forOfficers(context, "letters.print", async (desk, _request, reply) => {
      const { letters } = await waiting(context, desk);
      if (letters.length === 0) return reply.redirect("/desk/letters", 303);
      await looked(context, desk, casesOf(letters), "print");
      return printPage(context, desk, letters);
    }),
  );
  app.get(
    "/letters/papers/:letter",
    forOfficers<Place>(context, "letters.print", async (desk, request, reply) => {
      const { visit, officer } = desk;
      const key = request.params.letter;
      const sight = sightOf(officer, visit.council);
      return sendPdf(context, desk, reply, isUuid(key) ? await lettersOfPaper(context.database, visit.council.id, sight, key) : []);
    }),
  );
  app.get(
    "/letters/:letter/pdf",
    forOfficers<Place>(context, "letters.print", async (desk, request, reply) =>
      sendPdf(context, desk, reply, await oneOf(context, desk, request.params.letter)),
    ),
  );
  app.get(
    "/letters/:letter",
    forOfficers<Place>(context, "letters.print", (desk, request) => showOne(context, desk, request.params.letter)),
  );
}
