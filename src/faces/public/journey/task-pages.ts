import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { TaskListItem } from "../../../components/task-list.ts";
import { taskList } from "../../../components/task-list.ts";
import type { SectionStatus, SectionWalk, Walk } from "../../../journey/walk.ts";
import type { PageWords } from "../../../language/page-words.ts";
import { publicPage } from "../layout.ts";
import { answerList } from "./check-page.ts";
import type { Trip } from "./trip.ts";
import { addressOf } from "./trip.ts";

/** In the words and colours of the GOV.UK task list. */
function statusOf(status: SectionStatus, words: PageWords): TaskListItem["status"] {
  switch (status) {
    case "completed":
      return { text: words.completed };
    case "in-progress":
      return { tag: { text: words.inProgress, classes: "govuk-tag--light-blue" } };
    case "not-started":
      return { tag: { text: words.notStarted, classes: "govuk-tag--blue" } };
    default:
      return { text: words.cannotStart, classes: "govuk-task-list__status--cannot-start-yet" };
  }
}

/** The sections of a long application, each with how far it has come; what is completed leads to its answers. */
export function tasksPage(trip: Trip, walk: Walk, changed?: Slot): string {
  const { service } = trip;
  const { words } = trip.visit;
  const done = walk.sections.filter(({ status }) => status === "completed").length;
  const first = walk.answered.find((screen) => !walk.sections.some(({ answered }) => answered.includes(screen)));
  const review =
    first !== undefined &&
    html`<p class="govuk-body"><a class="govuk-link" href="${addressOf(service, first.id)}">${words.changeFirst}</a></p>`;
  return publicPage(trip.visit, {
    title: words.yourApplication,
    service: { name: service.title, url: `/services/${service.id}` },
    before: backLink({ href: `/services/${service.id}`, text: words.back }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds-from-desktop">${changed}<h1 class="govuk-heading-l">${service.title}</h1>
<p class="govuk-body">${words.sectionsDone(done, walk.sections.length)}</p>
${taskList({ items: [...walk.sections.map((one) => taskOf(trip, one, walk)), sendTask(trip, walk)] })}
<p class="govuk-body"><a class="govuk-link" href="${addressOf(service, "save")}">${words.saveForLater}</a></p>${review}</div></div>`,
  });
}

function taskOf({ service, visit: { words } }: Trip, { section, status, next }: SectionWalk, walk: Walk): TaskListItem {
  const title = { text: section.title };
  if (status === "cannot-start") return { title, hint: { text: waitsFor(section.needs, walk, words) }, status: statusOf(status, words) };
  const place = next === undefined ? `tasks/${section.id}` : next.id;
  return { title, status: statusOf(status, words), href: addressOf(service, place) };
}

/** "Complete Your home and Your money first" */
function waitsFor(needs: readonly string[], { sections }: Walk, words: PageWords): string {
  const titles = sections
    .filter(({ section, status }) => needs.includes(section.id) && status !== "completed")
    .map(({ section }) => section.title);
  return words.completeFirst(titles);
}

function sendTask({ service, visit: { words } }: Trip, { at }: Walk): TaskListItem {
  const title = { text: words.checkAndSend };
  if (at.kind !== "check") return { title, status: statusOf("cannot-start", words) };
  return { title, status: statusOf("not-started", words), href: addressOf(service, "check") };
}

/** The answers of one section. */
export function sectionPage(trip: Trip, walk: Walk, { section, answered }: SectionWalk): string {
  const { service } = trip;
  const { words } = trip.visit;
  const tasks = addressOf(service, "tasks");
  return publicPage(trip.visit, {
    title: section.title,
    service: { name: service.title, url: `/services/${service.id}` },
    before: backLink({ href: tasks, text: words.back }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds-from-desktop"><span class="govuk-caption-l">${words.yourAnswers}</span>
<h1 class="govuk-heading-l">${section.title}</h1>${answerList(trip, walk, { section, screens: answered }, "section")}
${button({ text: words.backToApplication, href: tasks })}</div></div>`,
  });
}
