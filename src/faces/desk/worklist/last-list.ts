import type { FastifyRequest } from "fastify";

import type { Case } from "../../../cases/case.ts";
import type { Beside } from "../../../cases/worklist.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { readCookie, setCookie } from "../../../platform/http/cookies.ts";
import type { Desk } from "../desk.ts";
import { askList, servicesSeen } from "./list-query.ts";
import type { View } from "./view.ts";
import { addressOf, queryText, readView } from "./view.ts";

// The list that an officer came from stays known while they work through its cases, whatever form they send on the way.
const LIST_COOKIE = "desk-list";

const LONGEST = 2000;

/** The `Set-Cookie` value that keeps which list was looked at last. */
export function keepList({ visit }: Desk, view: View): string {
  return setCookie(visit.jar, LIST_COOKIE, queryText({ ...view, after: "" }).slice(0, LONGEST));
}

/** Where a case stands in the list that the officer came from. */
export interface InList extends Beside {
  readonly view: View;
}

/** The cases beside one in the list looked at last: one statement, or none where no list was looked at. */
export async function besideInList(context: Context, desk: Desk, request: FastifyRequest, item: Case): Promise<InList | undefined> {
  const { visit } = desk;
  const query = readCookie(visit.jar, LIST_COOKIE, request.headers.cookie, visit.now);
  if (query === undefined) return undefined;
  const view = readView(Object.fromEntries(new URLSearchParams(query)));
  const service = servicesSeen(context, desk).find(({ id }) => id === view.service);
  const asked = askList(desk, view, service);
  return asked.ok ? { view, ...(await context.worklist.beside(visit.council.id, asked.query, item)) } : undefined;
}

/** Ways to the cases before and after this one. */
export function listLinks(list: InList | undefined): Slot {
  if (list === undefined || (list.previous === null && list.next === null)) return undefined;
  const link = (reference: string | null, rel: string, words: string): Slot =>
    reference !== null && html`<li><a class="govuk-link" rel="${rel}" href="/desk/cases/${reference}">${words}</a></li>`;
  return html`<nav aria-label="The list you came from"><ul class="govuk-list guildhall-inline">${link(list.previous, "prev", "Previous case")}${link(list.next, "next", "Next case")}<li><a class="govuk-link" href="${addressOf(list.view)}">The list</a></li></ul></nav>`;
}
