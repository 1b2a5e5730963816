import type { Case } from "../../../cases/case.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import { requestIn } from "../../../cases/requests/request.ts";
import { html } from "../../../components/html.ts";
import { panel } from "../../../components/panel.ts";
import type { Context } from "../../../context.ts";
import { inLanguage } from "../../../definition/in-language.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { newFormKey, readFormKey } from "../../../platform/http/form-keys.ts";
import { field } from "../../shared/form-body.ts";
import { phoneLink } from "../../shared/phone.ts";
import type { RequestDoor } from "../../shared/request-way.ts";
import { formPlanOf } from "../../shared/request-plan.ts";
import type { Visit } from "../../shared/visit.ts";
import { visitIn } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";

/** What a door for the person of a case is made from. */
interface Way {
  readonly item: Case;
  readonly published: PublishedService;
  readonly events: readonly StoredEvent[];
  readonly number: number;
  /** The address of the form, which is where one goes who has answered too; and what its key is good for. */
  readonly action: string;
  readonly visitor: string;
}

/** The person's way to the form of a request; undefined where nothing of that number was asked. */
export function publicDoor(context: Context, asked: Visit, way: Way): RequestDoor | undefined {
  const { item, published, events, number, action, visitor } = way;
  const request = requestIn(item.requests, number);
  if (request === undefined) return undefined;
  const service = inLanguage(published, asked.language);
  const visit = visitIn(context, asked, service.language ?? "en");
  const scope = { secret: visit.jar.secret, council: visit.council.id, visitor, purpose: `answer:${item.id}:${number}` };
  return {
    visit,
    item,
    service,
    number,
    request,
    plan: formPlanOf(service, request, number, events, visit.language),
    action,
    done: action,
    newKey: () => newFormKey(scope, context.ids.uuid(visit.now)),
    isOurs: (body) => readFormKey(scope, field(body, "key")) !== undefined,
    page: (shown) => publicPage(visit, shown),
    extra: () => undefined,
    wrong: () => [],
    kept: () => new Map(),
    by: () => ({ channel: "web", officer: null, roles: [] }),
  };
}

/** What somebody sees who has answered, or who comes too late. */
export function answeredPage({ visit, item, request, plan }: RequestDoor): string {
  const { words, council } = visit;
  const answered = request.state === "answered";
  const title = answered ? words.answerThanks : words.answerOver;
  const body = answered ? words.answerThanksBody : html`${words.answerOverBody} ${phoneLink(council.contact.phone)}.`;
  const heading = answered ? panel({ titleText: title, text: plan.ask }) : html`<h1 class="govuk-heading-l">${title}</h1>`;
  return publicPage(visit, {
    title,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${heading}<p class="govuk-body">${body}</p>
<p class="govuk-body"><a class="govuk-link" href="/cases/${item.reference}">${words.checkAnother}</a></p></div></div>`,
  });
}
