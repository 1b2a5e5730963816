import { calendarOfNation, workCalendar } from "../cases/clock/work-calendar.ts";
import type { Answers } from "../answers/answer-type.ts";
import { consequences } from "../cases/consequences.ts";
import { opened } from "../cases/case.ts";
import { CHAIN_START, chain } from "../cases/event.ts";
import { prepare } from "../cases/prepare.ts";
import { filesIn } from "../cases/shadow.ts";
import type { Council } from "../councils/council.ts";
import type { PublishedService, Service } from "../definition/service.ts";
import { promisedBy } from "../faces/shared/dates.ts";
import { tellOutcome } from "../journey/tell-outcome.ts";
import { walk } from "../journey/walk.ts";
import { outgoingMessage } from "../messages/outgoing-message.ts";
import { pounds } from "../money/pence.ts";
import { dayOf } from "../platform/clock.ts";
import { answerLines } from "./print-journey.ts";
import { outcomeLines } from "./print-outcome.ts";

/** What a whole journey would become if it were sent now: the outcome, or the case with its team, fee, deadline and messages. */
export function becomesLines(whole: Service, answers: Answers, council: Council | undefined, at: Date): readonly string[] {
  const service: PublishedService = { ...whole, version: 0 };
  const context = { today: dayOf(at), files: filesIn(answers) };
  const preparation = prepare(service, answers, at, council === undefined ? calendarOfNation("england") : workCalendar(council), context);
  if (!preparation.ok) {
    const outcome = preparation.at.kind === "outcome" ? service.outcomes.get(preparation.at.outcome) : undefined;
    const problems = preparation.problems.map(({ message }) => message);
    return outcome === undefined ? problems : outcomeLines(tellOutcome(outcome, walk(service, answers, context.today).facts));
  }
  const { data, answers: given, person } = preparation.prepared;
  const place = { caseId: "", number: 1, previous: CHAIN_START };
  const happening = { kind: "submitted", data, personal: { answers: given, person } } as const;
  const event = chain(council?.id ?? "", place, happening, { at, channel: "web", officer: null, key: "" }, Buffer.alloc(16));
  if (event.kind !== "submitted") return [];
  const item = opened(council?.id ?? "", "EXAMPLE", event);
  const templates = consequences(service, item, event).flatMap((follows) => (follows.kind === "message" ? [follows.template] : []));
  const stage = service.case.stages.get(data.stage);
  return [
    "Your answers",
    ...answerLines(service, given, "  "),
    "",
    "It would become a case",
    `  stage: ${stage?.title ?? data.stage}`,
    `  team: ${data.team}`,
    `  priority: ${data.priority}`,
    `  fee: ${data.feePence === null ? "none" : pounds(data.feePence)}`,
    `  deadline: ${promisedBy(at, new Date(data.due))}`,
    ...messageLines(templates, (template) =>
      council === undefined ? null : outgoingMessage(`https://${council.hosts[0] ?? ""}`, council, service, template, item, event),
    ),
  ];
}

type Words = { readonly subject: string; readonly body: string; readonly way: string } | null;

function messageLines(templates: readonly string[], outgoing: (template: string) => Words): readonly string[] {
  if (templates.length === 0) return ["  message: none, since there is none to send or nobody to send it to"];
  return templates.flatMap((template) => {
    const message = outgoing(template);
    if (message === null) return [`  message: ${template}`];
    const body = message.body
      .trimEnd()
      .split("\n")
      .map((line) => `    ${line}`.trimEnd());
    return ["", `Message ${template}, by ${message.way}: ${message.subject}`, ...body];
  });
}
