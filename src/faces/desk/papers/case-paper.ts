import type { Readable } from "node:stream";

import type { Answer, Question } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import { statedText } from "../../../answers/stated.ts";
import { answerChanges } from "../../../cases/corrections/answer-changes.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import { CHANNELS } from "../../../councils/council.ts";
import { PAGE_WORDS } from "../../../language/page-words.ts";
import { pounds } from "../../../money/pence.ts";
import type { Paper } from "../../../papers/paper.ts";
import { paperStream } from "../../../papers/paper.ts";
import { lastDay, moment, shortDay } from "../../shared/dates.ts";
import { eventText } from "../../shared/event-words.ts";
import { requestTitle } from "../../shared/request-plan.ts";
import { told, wayOf, WORDLESS } from "../case/case-history.ts";
import type { CaseSheet } from "../case/case-sheet.ts";
import { nameOf } from "../case/case-sheet.ts";
import { questionWords, stageTitle, wordsOf } from "../case-words.ts";
import type { Desk } from "../desk.ts";

type Rows = readonly (readonly [key: string, value: string])[];

/** How many happenings are written before others are answered. */
const AT_ONCE = 10;

/** The whole case as a PDF: what it is, who it is about, what was answered, sent, told and noted, and what happened from the beginning. */
export function casePaper(desk: Desk, sheet: CaseSheet): Promise<Readable> {
  const { item, service } = sheet;
  const { officer, visit } = desk;
  const made = `${item.reference}. Saved by ${officer.name}, ${moment(visit.now)}.`;
  const head = {
    title: `${item.reference}: ${service.title}`,
    language: "en",
    council: { name: visit.council.name, colour: visit.council.colour },
    madeAt: visit.now,
    foot: (page: number, pages: number) => `${made} ${PAGE_WORDS.en.pageOf(page, pages)}`,
  } as const;
  return paperStream(head, async (paper) => {
    paper.newPage();
    paper.band(visit.council.colour, 12);
    await paper.part(() => {
      paper.text(visit.council.name, { quiet: true });
      paper.heading("H1", service.title);
      paper.rows(factRows(desk, sheet));
    });
    await rowsPart(paper, "The person", personRows(sheet));
    await rowsPart(paper, "Answers", answerLines(sheet));
    await rowsPart(paper, "Recorded by officers", recordedLines(sheet));
    await rowsPart(paper, "Asked of the person", askedRows(sheet));
    await rowsPart(paper, "Files", fileRows(sheet));
    await messagesPart(paper, sheet);
    await eventsPart(paper, sheet, "Notes", ({ kind }) => kind === "noted");
    await eventsPart(paper, sheet, "History", ({ kind }) => kind !== "noted");
  });
}

async function rowsPart(paper: Paper, title: string, rows: Rows): Promise<void> {
  if (rows.length === 0) return;
  await paper.part(() => {
    paper.heading("H2", title);
    paper.rows(rows);
  });
}

function factRows({ visit }: Desk, sheet: CaseSheet): Rows {
  const { item, service } = sheet;
  const due = shortDay(lastDay(item.dueAt));
  return [
    ["Reference", item.reference],
    ["Stage", stageTitle(service, item.stage)],
    item.closedAt === null ? ["Due", due] : ["Closed", `${moment(item.closedAt)}. It was due ${due}`],
    ["Priority", wordsOf(item.priority)],
    ["Taken by", item.officer === null ? "Nobody" : nameOf(sheet, item.officer)],
    ["Team", visit.council.teams.get(item.team)?.name ?? item.team],
    ["Came in", `${moment(item.openedAt)}, ${CHANNELS[item.channel].toLowerCase()}`],
    ...(item.feePence === null ? [] : [["Fee", pounds(item.feePence)] as const]),
  ];
}

function personRows({ item }: CaseSheet): Rows {
  const { name, email, phone, address } = item.person;
  const given = [
    ["Name", name ?? ""],
    ["Email", email ?? ""],
    ["Phone", phone ?? ""],
    ["Address", address.join("\n")],
  ] as const;
  return given.filter(([, value]) => value !== "");
}

function shown(question: Question, answer: Answer | undefined): string {
  if (answer === undefined) return "Not asked";
  if (answer === null) return "Not provided";
  return question.stated === undefined ? answerType(question).text(question, answer) : statedText(question, answer);
}

function answerLines(sheet: CaseSheet): Rows {
  const { item, service, events } = sheet;
  const changes = answerChanges(events);
  return [...service.questions.values()].flatMap((question): Rows => {
    const before = (changes.get(question.id) ?? []).toReversed();
    if (item.answers[question.id] === undefined && before.length === 0) return [];
    const lines = before.map(
      ({ was, event }) => `Was: ${shown(question, was)}. Changed by ${nameOf(sheet, event.officer)}, ${moment(event.at)}`,
    );
    return [[question.ask, [shown(question, item.answers[question.id]), ...lines].join("\n")]];
  });
}

function recordedLines({ item, service }: CaseSheet): Rows {
  return [...service.case.asked].flatMap(([id, { question }]): Rows => {
    const answer = item.recorded?.[id];
    return answer === undefined ? [] : [[questionWords(question), shown(question, answer)]];
  });
}

function askedRows({ item, service, events }: CaseSheet): Rows {
  return (item.requests ?? []).map((request, index) => [
    requestTitle(service, request, index + 1, events),
    `${wordsOf(request.state)}. Due ${shortDay(request.day)}`,
  ]);
}

function fileRows({ files }: CaseSheet): Rows {
  return files.map(({ name, size, createdAt }) => [moment(createdAt), `${name} (${Math.max(1, Math.round(size / 1000))} KB)`]);
}

async function messagesPart(paper: Paper, { messages }: CaseSheet): Promise<void> {
  for (const [index, message] of messages.entries()) {
    await paper.part(() => {
      if (index === 0) paper.heading("H2", "Messages to the person");
      paper.heading("H3", message.state === "erased" ? "Erased" : message.subject);
      paper.text(message.body);
      const when = moment(message.sentAt ?? message.createdAt);
      paper.text(`${wordsOf(message.way)}, ${wordsOf(message.state).toLowerCase()}, ${when}`, { quiet: true, size: 9 });
    });
  }
}

async function eventsPart(paper: Paper, sheet: CaseSheet, title: string, which: (event: StoredEvent) => boolean): Promise<void> {
  const events = sheet.events.filter(which);
  for (let from = 0; from < events.length; from += AT_ONCE) {
    await paper.part(() => {
      if (from === 0) paper.heading("H2", title);
      for (const event of events.slice(from, from + AT_ONCE)) eventLines(paper, sheet, event);
    });
  }
}

function eventLines(paper: Paper, sheet: CaseSheet, event: StoredEvent): void {
  const { title, text = "" } = event.kind === "noted" ? noted(sheet, event) : told(sheet, event);
  const words = event.salt === null && !WORDLESS.has(event.kind) ? "What was written here has been erased." : text;
  paper.heading("H3", title);
  if (words !== "") paper.text(words);
  paper.text(`${moment(event.at)}, ${wayOf(event)}`, { quiet: true, size: 9 });
}

function noted(sheet: CaseSheet, event: StoredEvent) {
  return { title: nameOf(sheet, event.officer), text: eventText(event, "text") };
}
