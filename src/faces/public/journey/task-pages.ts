import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { TaskListItem } from "../../../components/task-list.ts";
import { taskList } from "../../../components/task-list.ts";
import type { SectionStatus, SectionWalk, Walk } from "../../../journey/walk.ts";
import { publicPage } from "../layout.ts";
import { answerList } from "./check-page.ts";
import type { Trip } from "./trip.ts";
import { addressOf } from "./trip.ts";

const CANNOT = { text: "Cannot start yet", classes: "govuk-task-list__status--cannot-start-yet" };

/** In the words and colours of the GOV.UK task list. */
const STATUSES: Readonly<Record<SectionStatus, TaskListItem["status"]>> = {
  completed: { text: "Completed" },
  "in-progress": { tag: { text: "In progress", classes: "govuk-tag--light-blue" } },
  "not-started": { tag: { text: "Not yet started", classes: "govuk-tag--blue" } },
  "cannot-start": CANNOT,
};

/** The sections of a long application, each with how far it has come; what is completed leads to its answers. */
export function tasksPage(trip: Trip, walk: Walk, changed?: Slot): string {
  const { service } = trip;
  const done = walk.sections.filter(({ status }) => status === "completed").length;
  const first = walk.answered.find((screen) => !walk.sections.some(({ answered }) => answered.includes(screen)));
  const review =
    first !== undefined &&
    html`<p class="govuk-body"><a class="govuk-link" href="${addressOf(service, first.id)}">Change your first answers</a></p>`;
  return publicPage(trip.visit, {
    title: "Your application",
    service: { name: service.title, url: `/services/${service.id}` },
    before: backLink({ href: `/services/${service.id}`, text: "Back" }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds-from-desktop">${changed}<h1 class="govuk-heading-l">${service.title}</h1>
<p class="govuk-body">You have completed ${done} of ${walk.sections.length} sections. Your answers are saved as you go.</p>
${taskList({ items: [...walk.sections.map((one) => taskOf(trip, one, walk)), sendTask(trip, walk)] })}
<p class="govuk-body"><a class="govuk-link" href="${addressOf(service, "save")}">Save and come back later</a></p>${review}</div></div>`,
  });
}

function taskOf({ service }: Trip, { section, status, next }: SectionWalk, walk: Walk): TaskListItem {
  const title = { text: section.title };
  if (status === "cannot-start") return { title, hint: { text: waitsFor(section.needs, walk) }, status: STATUSES[status] };
  const place = next === undefined ? `tasks/${section.id}` : next.id;
  return { title, status: STATUSES[status], href: addressOf(service, place) };
}

/** "Complete Your home and Your money first" */
function waitsFor(needs: readonly string[], { sections }: Walk): string {
  const titles = sections
    .filter(({ section, status }) => needs.includes(section.id) && status !== "completed")
    .map(({ section }) => section.title);
  const last = titles.at(-1) ?? "";
  return `Complete ‘${titles.length > 1 ? `${titles.slice(0, -1).join("’, ‘")}’ and ‘${last}` : last}’ first`;
}

function sendTask({ service }: Trip, { at }: Walk): TaskListItem {
  const title = { text: "Check your answers and send" };
  return at.kind === "check" ? { title, status: STATUSES["not-started"], href: addressOf(service, "check") } : { title, status: CANNOT };
}

/** The answers of one section. */
export function sectionPage(trip: Trip, walk: Walk, { section, answered }: SectionWalk): string {
  const { service } = trip;
  const tasks = addressOf(service, "tasks");
  return publicPage(trip.visit, {
    title: section.title,
    service: { name: service.title, url: `/services/${service.id}` },
    before: backLink({ href: tasks, text: "Back" }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds-from-desktop"><span class="govuk-caption-l">Your answers</span>
<h1 class="govuk-heading-l">${section.title}</h1>${answerList(trip, walk, { section, screens: answered }, "section")}
${button({ text: "Back to your application", href: tasks })}</div></div>`,
  });
}
