import type { Question } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import { statedText } from "../../../answers/stated.ts";
import type { Case } from "../../../cases/case.ts";
import { nearestOf, NO_DEADLINE, openPause } from "../../../cases/clock/case-clock.ts";
import { workCalendar } from "../../../cases/clock/work-calendar.ts";
import { html } from "../../../components/html.ts";
import type { TableCell } from "../../../components/table.ts";
import { tag } from "../../../components/tag.ts";
import type { Context } from "../../../context.ts";
import { baseOf, subCaseService } from "../../../definition/sub-case-service.ts";
import type { PublishedService, Service } from "../../../definition/service.ts";
import { dayOf } from "../../../platform/clock.ts";
import { londonText } from "../../../platform/london-time.ts";
import { lastDay, shortDay } from "../../shared/dates.ts";
import { priorityTag, questionWords, stageTag, stageTitle, wordsOf } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import { dueOf } from "../due.ts";

/** What is shown of cases, and to whom. */
export interface Listing {
  readonly desk: Desk;
  /** Officers' names by id. */
  readonly names: ReadonlyMap<string, string>;
  serviceOf(service: string): PublishedService | undefined;
}

/** One column of a list of cases: as a page shows it, and as a spreadsheet has it. */
export interface Column {
  readonly name: string;
  readonly head: string;
  cell(item: Case, listing: Listing): TableCell;
  text(item: Case, listing: Listing): string;
}

export function listingOf(context: Context, desk: Desk, names: ReadonlyMap<string, string>): Listing {
  const { id } = desk.visit.council;
  return { desk, names, serviceOf: (name) => serviceNamed(context, id, name) };
}

/** A service as it is live, or was last; by `service/kind` how its sub-cases of a kind are worked. */
function serviceNamed({ councils }: Context, council: string, name: string): PublishedService | undefined {
  const { service, kind } = baseOf(name);
  const found = councils.service(council, service) ?? councils.withdrawn(council, service);
  return found === undefined || kind === undefined ? found : subCaseService(found, kind);
}

function dueCell(item: Case, { desk }: Listing): TableCell {
  const due = dueOf(item, desk.visit.now, workCalendar(desk.visit.council));
  const words = due.late ? html`<strong class="guildhall-late">${due.words}</strong>` : html`${due.words}`;
  return { html: html`<span class="guildhall-due">${words}</span><br><span class="guildhall-small">${due.date}</span>` };
}

/** The day; nothing while no deadline runs. */
function dueText(item: Case): string {
  const nearest = nearestOf(item);
  return nearest.getTime() === NO_DEADLINE.getTime() ? "" : lastDay(nearest);
}

function stageCell(item: Case, listing: Listing): TableCell {
  const replied = item.waitingReply && html` ${tag({ text: "Waiting for an answer", classes: "govuk-tag--yellow" })}`;
  const disputed =
    item.confirmations?.some(({ state }) => state === "disputed") === true &&
    html` ${tag({ text: "Said not to be right", classes: "govuk-tag--red" })}`;
  const pause = item.closedAt === null ? openPause(item.clock) : undefined;
  const paused = pause !== undefined && html` ${tag({ text: "Clock stopped", classes: "govuk-tag--grey" })}`;
  const stage = stageTag(listing.serviceOf(item.service), item);
  const alone = replied === false && disputed === false && paused === false;
  return { html: alone ? stage : html`<span class="guildhall-tags">${stage}${replied}${disputed}${paused}</span>` };
}

function plain(name: string, head: string, text: Column["text"]): Column {
  return { name, head, text, cell: (item, listing) => ({ text: text(item, listing) }) };
}

function day(name: string, head: string, of: (item: Case) => Date): Column {
  return { name, head, text: (item) => londonText(of(item)), cell: (item) => ({ text: shortDay(dayOf(of(item))) }) };
}

const COLUMNS: readonly Column[] = [
  { name: "due", head: "Due", cell: dueCell, text: dueText },
  {
    name: "person",
    head: "Person",
    cell: (item) => ({ text: item.person.name ?? "No name given", classes: "guildhall-words" }),
    text: (item) => item.person.name ?? "",
  },
  plain("service", "Service", (item, { serviceOf }) => serviceOf(item.service)?.title ?? item.service),
  { name: "stage", head: "Stage", cell: stageCell, text: (item, { serviceOf }) => stageTitle(serviceOf(item.service), item.stage) },
  {
    name: "priority",
    head: "Priority",
    cell: (item) => ({ html: html`${priorityTag(item.priority)}` }),
    text: (item) => wordsOf(item.priority),
  },
  {
    name: "officer",
    head: "Taken by",
    cell: (item, { desk, names }) => ({ text: item.officer === desk.officer.id ? "You" : (names.get(item.officer ?? "") ?? "Nobody") }),
    text: (item, { names }) => names.get(item.officer ?? "") ?? "",
  },
  plain("team", "Team", (item, { desk }) => desk.visit.council.teams.get(item.team)?.name ?? item.team),
  day("opened", "Came in", (item) => item.openedAt),
  day("updated", "Changed", (item) => item.updatedAt),
];

/** The columns that are shown where nobody chose. */
const USUAL_COLUMNS: ReadonlySet<string> = new Set(["due", "person", "service", "stage", "priority", "officer"]);

function answerColumn(question: Question): Column {
  const text = ({ answers }: Case): string => {
    const answer = answers[question.id];
    if (answer === undefined || answer === null) return "";
    return question.stated === undefined ? answerType(question).text(question, answer) : statedText(question, answer);
  };
  return {
    name: `a.${question.id}`,
    head: questionWords(question),
    text,
    cell: (item) => ({ text: text(item), classes: "guildhall-words" }),
  };
}

/** Every column that a list can have besides the reference; answers are those to the questions of the one service chosen. */
export function columnsThereAre(service: Pick<Service, "questions"> | undefined): readonly Column[] {
  return [...COLUMNS, ...[...(service?.questions.values() ?? [])].map(answerColumn)];
}

/** The columns chosen, in the order that they have everywhere; the usual ones where none is. */
export function columnsChosen(names: readonly string[], service: Pick<Service, "questions"> | undefined): readonly Column[] {
  const all = columnsThereAre(service);
  const chosen = all.filter(({ name }) => names.includes(name));
  return chosen.length > 0 ? chosen : all.filter(({ name }) => USUAL_COLUMNS.has(name));
}
