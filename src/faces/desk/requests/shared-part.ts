import type { SharedAnswer } from "../../../cases/requests/shared-evidence.ts";
import { sharedWith } from "../../../cases/requests/shared-evidence.ts";
import type { Answers } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import { requestOf } from "../../../cases/requests/own-words.ts";
import { requestIn } from "../../../cases/requests/request.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { summaryList } from "../../../components/summary-list.ts";
import type { Context } from "../../../context.ts";
import { isSensitive } from "../../../people/rights.ts";
import { dayOf } from "../../../platform/clock.ts";
import { longDay } from "../../shared/dates.ts";
import type { EvidenceItem } from "../../shared/evidence.ts";
import { evidenceItems } from "../../shared/evidence.ts";
import { formPlanOf } from "../../shared/request-plan.ts";

/** Something that another service accepted from the same person, who agreed that it is seen. */
export interface SharedEvidence {
  readonly item: EvidenceItem;
  readonly what: string;
  readonly service: string;
  readonly name: string | null;
  /** The case that it was sent to. */
  readonly caseId: string;
  readonly accepted: Date;
  readonly until: string | null;
}

/** What is accepted, shared and still good, from the person's other cases. */
export async function sharedEvidence(context: Context, item: Case): Promise<readonly SharedEvidence[]> {
  const council = context.councils.get(item.council);
  // That there is a sensitive case is itself sensitive, whatever its person agreed to about a piece of evidence.
  const found = (await sharedWith(context.database, item)).filter((one) => council === undefined || !isSensitive(council, one));
  const each = await Promise.all(found.map((one) => goodIn(context, item, one)));
  return each.flat();
}

async function goodIn(context: Context, { council, reference }: Case, one: SharedAnswer): Promise<readonly SharedEvidence[]> {
  const number = Number(requestOf(one));
  const request = requestIn(one.requests, number);
  const service = await context.councils.version(council, one.service, one.version);
  if (request === undefined || !request.shared || service === undefined) return [];
  const today = dayOf(context.clock.now());
  const plan = formPlanOf(service, request, number, [], "en");
  // Safe: the event of an answer holds what was read from its form, and nothing else is written there; none of it once it was erased.
  const answers = (one.personal?.["answers"] ?? {}) as Answers;
  return evidenceItems(plan, answers, `/desk/cases/${reference}/shared`).flatMap((evidence) => {
    const review = request.reviews[evidence.id];
    const isLast = one.number === request.answered || evidence.file !== undefined;
    if (review?.verdict !== "accepted" || !isLast || (review.until !== null && review.until < today)) return [];
    return [
      { item: evidence, what: plan.ask, service: service.title, name: one.name, caseId: one.id, accepted: one.at, until: review.until },
    ];
  });
}

/** Shown where there is something: what it is, who sent it under which name, and until when it is good. */
export function sharedPart(shared: readonly SharedEvidence[]): Slot {
  if (shared.length === 0) return undefined;
  const rows = shared.map(({ item, what, service, name, accepted, until }) => ({
    key: { text: `${what}: ${item.label}` },
    value: {
      html: html`${item.value}<p class="govuk-body guildhall-small govuk-!-margin-bottom-0">${service}, sent by ${name ?? "somebody with the same email address"} on ${longDay(dayOf(accepted))}${until !== null && html`, good until ${longDay(until)}`}</p>`,
    },
  }));
  return html`<h2 class="govuk-heading-m">Accepted by other services</h2>
<p class="govuk-body">The person agreed that you see it. Check that the name is theirs.</p>${summaryList({ rows })}`;
}
