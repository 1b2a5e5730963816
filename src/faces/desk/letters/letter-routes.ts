import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import type { Letter } from "../../../messages/letter-store.ts";
import { lettersById, lettersOfTeams } from "../../../messages/letter-store.ts";
import { markPrinted } from "../../../messages/message-store.ts";
import { sightOf } from "../../../people/rights.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { isUuid } from "../../../platform/ids.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { looked } from "../looks/looked.ts";
import { lettersPage, printPage } from "./letter-pages.ts";

interface Place {
  readonly Params: { readonly letter: string };
}

function waiting(context: Context, { visit, officer }: Desk) {
  return lettersOfTeams(context.database, visit.council.id, sightOf(officer, visit.council));
}

async function showLetters(context: Context, desk: Desk, request: FastifyRequest): Promise<string> {
  const printed = /^\d{1,4}$/.exec(oneText(request.query, "printed"))?.[0];
  return lettersPage(context, desk, { ...(await waiting(context, desk)), printed: printed === undefined ? undefined : Number(printed) });
}

/** Notes letters as printed, those of the officer's teams. Twice is the same as once: what is printed stays so. */
async function note(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  checkDeskKey(desk, "letters", body);
  const { visit, officer } = desk;
  const chosen = (body.fields.get("letter") ?? []).filter(isUuid);
  if (chosen.length === 0) return reply.code(422).send(lettersPage(context, desk, { ...(await waiting(context, desk)), none: true }));
  const mine = await lettersById(context.database, visit.council.id, sightOf(officer, visit.council), chosen);
  await markPrinted(
    context.database,
    visit.council.id,
    mine.map(({ id }) => id),
    visit.now,
  );
  return reply.redirect(`/desk/letters?printed=${mine.length}`, 303);
}

/** The cases that letters are about. */
function casesOf(letters: readonly Letter[]) {
  return letters.map(({ caseId, ...letter }) => ({ ...letter, id: caseId }));
}

async function showOne(context: Context, desk: Desk, id: string): Promise<string> {
  const { visit, officer } = desk;
  const found = isUuid(id) ? await lettersById(context.database, visit.council.id, sightOf(officer, visit.council), [id]) : [];
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
    "/letters/:letter",
    forOfficers<Place>(context, "letters.print", (desk, request) => showOne(context, desk, request.params.letter)),
  );
}
