import type { Fields } from "../../../answers/answer-type.ts";
import { pressed } from "../../../answers/answer-types.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import type { Action } from "../../../definition/service.ts";
import { answerSummary } from "../../shared/form.ts";
import { hasFiles } from "../../shared/uploads.ts";
import type { Filled } from "../actions/asks-part.ts";
import { asksPart, confirmPart, hasPage, isConfirmed, readAsks, unconfirmed } from "../actions/asks-part.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { addressOf } from "../worklist/view.ts";
import type { Chosen } from "./chosen.ts";
import type { Wish, WishReading } from "./wish.ts";
import { carried, carriedWish, casesWords } from "./wish-page.ts";

type Act = Extract<Wish, { kind: "act" }>;

/** The action that is wished for, as the newest version among the chosen cases has it; undefined where none of them has. */
export async function wishedAction(context: Context, desk: Desk, wish: Act, { cases }: Chosen): Promise<Action | undefined> {
  const versions = cases.flatMap(({ service, version }) => (service === wish.service ? [version] : []));
  if (versions.length === 0) return undefined;
  const service = await context.councils.version(desk.visit.council.id, wish.service, Math.max(...versions));
  return service?.case.stages.get(wish.stage)?.actions.get(wish.action);
}

export type WishFilled =
  /** There is nothing to ask, or it is all there. */
  | { readonly kind: "ready"; readonly wish: Act }
  | { readonly kind: "ask"; readonly filled: Filled }
  | { readonly kind: "refused"; readonly reading: Extract<WishReading, { ok: false }> };

/**
 * What an action asks is answered once for all the cases: an inspector who drove along a road writes the day once. A file belongs to one case, so
 * an action that must have one is taken case by case.
 */
export function fillWish(wish: Act, action: Action | undefined, fields: Fields, today: string): WishFilled {
  if (action === undefined || !hasPage(action)) return { kind: "ready", wish };
  if (hasFiles({ questions: action.asks.filter(({ optional }) => !optional) })) {
    const message = `${action.title} asks for a file, which belongs to one case. Take it on each case by itself`;
    return { kind: "refused", reading: { ok: false, problem: { field: "action", code: "answer-missing", message } } };
  }
  const questions = asksInBulk(action);
  const again = pressed(questions, fields);
  const asked = fields.get("asked")?.[0] === "yes" && again === null;
  if (!asked) return { kind: "ask", filled: { fields: again ?? fields, problems: [], files: [] } };
  const reading = readAsks(questions, fields, today, []);
  const problems = [...(reading.ok ? [] : reading.problems), ...unconfirmed(action, fields)];
  if (!reading.ok || problems.length > 0) return { kind: "ask", filled: { fields, problems, files: [] } };
  return { kind: "ready", wish: { ...wish, recorded: reading.answers, confirmed: isConfirmed(fields) } };
}

/** What is asked for many cases at once: everything but files that may be left out. */
function asksInBulk({ asks }: Action): Action["asks"] {
  return asks.filter(({ type }) => type !== "files");
}

interface Asked {
  readonly chosen: Chosen;
  readonly action: Action;
  readonly filled: Filled;
  typed(field: string): string;
}

/** Asks what the action asks, once for all the cases. Nothing happens yet. */
export function askedInBulkPage(context: Context, desk: Desk, { chosen, action, filled, typed }: Asked): string {
  const one = { ...action, asks: asksInBulk(action) };
  const title = `${action.title}: ${casesWords(chosen.cases.length)}`;
  const { problems } = filled;
  const also = one.asks.length > 0 && html`<p class="govuk-body">What you enter is recorded on each of the cases.</p>`;
  return deskPage(context, desk, {
    title,
    before: backLink({ href: addressOf(chosen.view), text: "Back to the list" }),
    error: problems.length > 0,
    main: html`${answerSummary(one.asks, problems)}<h1 class="govuk-heading-l">${title}</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${also}<form method="post" action="/desk/bulk/preview" novalidate>${carried(chosen)}${carriedWish(typed)}
<input type="hidden" name="asked" value="yes">${asksPart(one, filled)}${confirmPart(one, filled)}
<p class="govuk-body">The next page shows what will happen to each case. Nothing is changed before that.</p>${button({ text: "See what will happen" })}</form></div></div>`,
  });
}

/** What was entered, hidden in the form that goes on from there. */
export function carriedAnswers(fields: Fields, action: Action | undefined) {
  if (action === undefined || !hasPage(action)) return undefined;
  const ids = new Set(asksInBulk(action).map(({ id }) => id));
  const ours = [...fields].filter(([name]) => name === "asked" || name === "confirm" || ids.has(name.split(".", 1)[0] ?? ""));
  return ours.flatMap(([name, values]) => values.map((value) => html`<input type="hidden" name="${name}" value="${value}">`));
}
