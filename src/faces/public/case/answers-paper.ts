import type { FastifyReply } from "fastify";

import { answerType } from "../../../answers/answer-types.ts";
import { statedText } from "../../../answers/stated.ts";
import type { Case } from "../../../cases/case.ts";
import type { Context } from "../../../context.ts";
import { inLanguage } from "../../../definition/in-language.ts";
import type { Service } from "../../../definition/service.ts";
import type { PageWords } from "../../../language/page-words.ts";
import { paperStream } from "../../../papers/paper.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { moment } from "../../shared/dates.ts";
import { sendPaper } from "../../shared/send-paper.ts";
import type { Visit } from "../../shared/visit.ts";
import { visitIn } from "../../shared/visit.ts";

type Row = readonly [key: string, value: string];

function answerLines({ questions }: Service, { answers }: Case, words: PageWords): readonly Row[] {
  return [...questions.values()].flatMap((question): readonly Row[] => {
    const answer = answers[question.id];
    if (answer === undefined) return [];
    if (answer === null) return [[question.ask, words.notProvided]];
    return [[question.ask, question.stated === undefined ? answerType(question).text(question, answer) : statedText(question, answer)]];
  });
}

/** Sends a person what they told us as a PDF, in the language in which they read it, as it stands now. */
export async function sendAnswers(context: Context, visit: Visit, item: Case, reply: FastifyReply) {
  const { council } = item;
  context.rateLimits.spend("copy-of-answers", council, item.id);
  const own = await context.councils.version(council, item.service, item.version);
  if (own === undefined) throw refusal("case-not-found");
  const service = inLanguage(own, visit.language);
  const { words, language, council: reader } = visitIn(context, visit, service.language ?? "en");
  const head = {
    title: `${service.title}: ${item.reference}`,
    language,
    council: { name: reader.name, colour: reader.colour },
    madeAt: visit.now,
    foot: (page: number, pages: number) => `${item.reference}. ${words.pageOf(page, pages)}`,
  } as const;
  const paper = await paperStream(head, async (sheet) => {
    sheet.newPage();
    sheet.band(reader.colour, 12);
    await sheet.part(() => {
      sheet.text(reader.name, { quiet: true });
      sheet.heading("H1", service.title);
      sheet.rows([
        [words.yourReference, item.reference],
        [words.eventSent, moment(item.openedAt, language)],
      ]);
      sheet.heading("H2", words.youTold);
      sheet.rows(answerLines(service, item, words));
    });
  });
  return sendPaper(reply, item.reference, paper);
}
