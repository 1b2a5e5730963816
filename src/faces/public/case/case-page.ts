import type { Problem } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { details } from "../../../components/details.ts";
import { fileUpload } from "../../../components/file-upload.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import { summaryList } from "../../../components/summary-list.ts";
import { tag } from "../../../components/tag.ts";
import { textarea } from "../../../components/textarea.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { FileRow } from "../../../platform/files/file-rows.ts";
import { answerRows } from "../../shared/answer-rows.ts";
import type { PageWords } from "../../../language/page-words.ts";
import { confirmerState, confirmersIn } from "../../shared/confirmers.ts";
import { inOwnLanguage } from "../../shared/own-language.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";
import { answeredParts, askedNow } from "./asked-parts.ts";
import type { Followed } from "./followed.ts";
import { followedPart, withFollowed } from "./followed.ts";
import { promise } from "./promise.ts";
import { recordedForPerson, reopenPart } from "./reopen-part.ts";
import { publicHistory } from "./public-history.ts";

export interface CasePage {
  readonly item: Case;
  readonly service: PublishedService;
  readonly events: readonly StoredEvent[];
  readonly files: readonly FileRow[];
  /** The case that it follows, where it is a duplicate. */
  readonly followed: Followed | undefined;
  readonly key: string;
  readonly typed: string;
  readonly problems: readonly Problem[];
  /** A message was just added. */
  readonly added: boolean;
  /** It was just opened again. */
  readonly reopened?: boolean | undefined;
  /** The reason that was typed for opening it again, where it was refused. */
  readonly reason?: string | undefined;
}

/** What a person sees of their case: where it stands, what happens next and by when, what was said, and how to add to it. */
export function casePage(visit: Visit, options: CasePage): string {
  const { item, service, problems, added, reopened, followed } = options;
  const stands = followed === undefined ? item : { ...item, ...followed.item };
  const stage = (followed?.service ?? service).case.stages.get(stands.stage);
  const { words, language } = visit;
  const told = stage && html`<p class="govuk-body">${stage.says}</p>`;
  const next = stage && html`<p class="govuk-body">${stage.next}</p>`;
  const thanks = added && notificationBanner({ type: "success", titleText: words.success, text: words.messageTaken });
  const open = reopened === true && notificationBanner({ type: "success", titleText: words.success, text: words.reopenDone });
  return publicPage(visit, {
    title: `${service.title}: ${item.reference}`,
    before: backLink({ href: "/cases", text: words.checkAnother }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems, words)}${thanks}${open}
<span class="govuk-caption-l">${item.reference}</span><h1 class="govuk-heading-l">${service.title}</h1>
<p class="govuk-body-l">${tag({ text: stage?.title ?? stands.stage, classes: stands.closedAt === null ? "govuk-tag--blue" : "govuk-tag--green" })}</p>
${followedPart(visit, followed)}${told && inOwnLanguage(stage, language, told)}${askedNow(visit, options)}<h2 class="govuk-heading-m">${words.next}</h2>${next && inOwnLanguage(stage, language, next)}${promise(visit, service, stands, options.events)}${reopenPart(visit, options)}${recordedForPerson(visit, options)}${others(visit, service, item)}${answeredParts(visit, options)}
<h2 class="govuk-heading-m">${words.happened}</h2>${publicHistory(visit, service, item, withFollowed(options.events, followed), options.files)}
<h2 class="govuk-heading-m">${words.addMessage}</h2>${addForm(options, words)}
${details({ summaryText: words.youTold, html: summaryList({ rows: answerRows(service.questions.values(), item.answers, visit) }) })}
<p class="govuk-body"><a class="govuk-link" href="/cases/${item.reference}/answers">${words.saveAnswers}</a></p></div></div>`,
  });
}

/** Those whom the person named, and who of them has confirmed. */
function others(visit: Visit, service: PublishedService, item: Case): Slot {
  const rows = confirmersIn(service, item).map((one) => ({ key: { text: one.name }, value: { html: confirmerState(one, visit) } }));
  return rows.length > 0 && html`<h2 class="govuk-heading-m">${visit.words.whoMustConfirm}</h2>${summaryList({ rows })}`;
}

function addForm({ item, key, typed, problems }: CasePage, words: PageWords): Slot {
  const body = [
    textarea({ id: "text", name: "text", value: typed, rows: 4, label: { text: words.yourMessage }, ...errorAt(problems, "text", words) }),
    fileUpload({ id: "file", name: "file", label: { text: words.fileOptional }, ...errorAt(problems, "file", words) }),
    button({ text: words.send, classes: "govuk-button--secondary", preventDoubleClick: true }),
  ];
  return form({ key, action: `/cases/${item.reference}/messages`, files: true, body });
}
