import { details } from "../../../components/details.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Council } from "../../../councils/council.ts";
import { councilIn } from "../../../councils/council.ts";
import { inLanguage, languagesOf } from "../../../definition/in-language.ts";
import type { PublishedService, Stage } from "../../../definition/service.ts";
import { weekdayIn } from "../../../language/calendar-words.ts";
import type { Language } from "../../../language/language.ts";
import type { FilledMessage, MessageValues } from "../../../messages/message.ts";
import { fillMessage } from "../../../messages/message.ts";
import { dayOf } from "../../../platform/clock.ts";

const NAMES = { en: "English", cy: "Welsh" } as const;
const SOON = 14 * 86_400_000;

/** Every message of a service in each of its languages, filled with example values: what its author and officers read before anybody is sent it. */
export function messagePreviews(council: Council, service: PublishedService, now: Date): Html {
  const parts = languagesOf(service, council.languages).flatMap((language) => {
    const told = inLanguage(service, language);
    return [...told.messages].map(([id, words]) =>
      preview(id, language, fillMessage(words, example(told, id, language, now), signature(council, language))),
    );
  });
  return parts.length === 0 ? html`<p class="govuk-body">This service sends no messages of its own.</p>` : html`${parts}`;
}

function preview(id: string, language: Language, { subject, body }: FilledMessage): Html {
  const lang = language === "en" ? undefined : html` lang="${language}"`;
  return details({
    classes: "govuk-!-margin-bottom-2",
    summaryText: `${id} (${NAMES[language]}): ${subject}`,
    html: html`<div${lang}><p class="govuk-body"><strong>${subject}</strong></p><p class="govuk-body guildhall-words">${body}</p></div>`,
  });
}

function signature(council: Council, language: Language): readonly string[] {
  const { name, contact } = councilIn(council, language);
  return [name, contact.phone];
}

/** The stage that a message is likely to tell of: the one it is named after, where an action of that name leads, or the first. */
function stageOf({ case: plan }: PublishedService, id: string): Stage | undefined {
  const stages = [...plan.stages.values()];
  const to = stages.flatMap(({ actions }) => [...actions.values()]).find((action) => action.id === id)?.to;
  return plan.stages.get(id) ?? plan.stages.get(to ?? "") ?? stages[0];
}

function example(service: PublishedService, id: string, language: Language, now: Date): MessageValues {
  const stage = stageOf(service, id);
  const day = weekdayIn(language, dayOf(new Date(now.getTime() + SOON)));
  const said =
    language === "cy" ? "Dyma enghraifft o’r hyn y mae swyddog yn ei ysgrifennu." : "This is an example of what an officer writes.";
  return {
    name: "Ada Example",
    reference: "ABC-123-XYZ",
    service: service.title,
    stage: stage?.title ?? "",
    says: stage?.says ?? "",
    next: stage?.next ?? "",
    due: day,
    by: day,
    reason: said,
    who: "Ben Example",
    message: said,
    link: "https://council.example/cases",
  };
}
