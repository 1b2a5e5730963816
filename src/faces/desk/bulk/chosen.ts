import { MOST_IN_BULK } from "../../../cases/bulk-store.ts";
import type { Case } from "../../../cases/case.ts";
import { readReference } from "../../../cases/reference.ts";
import type { Context } from "../../../context.ts";
import { sightOf } from "../../../people/rights.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import type { Desk } from "../desk.ts";
import { askList, servicesSeen } from "../worklist/list-query.ts";
import type { View } from "../worklist/view.ts";
import { readView } from "../worklist/view.ts";

/** The cases that an officer chose, and the list that they chose them from. */
export interface Chosen {
  readonly cases: readonly Case[];
  /** The number of events that each case had when the officer looked, by reference. */
  readonly seen: ReadonlyMap<string, number>;
  readonly view: View;
}

function isReference(text: string): boolean {
  return readReference(text) === text;
}

/** The list that a form came from, as its `list` field says: the query of its address. */
export function listIn(body: FormBody): View {
  return readView(Object.fromEntries(new URLSearchParams(field(body, "list").slice(0, 4000))));
}

/** The field that says which cases: each reference with how many events it had, so that what changes meanwhile is seen. */
export function casesText(cases: readonly Case[]): string {
  return cases.map(({ reference, eventCount }) => `${reference}:${eventCount}`).join(" ");
}

function seenIn(text: string): ReadonlyMap<string, number> {
  const pairs = text.split(" ").map((part) => part.split(":"));
  const known = pairs.flatMap(([reference = "", count = ""]) =>
    isReference(reference) && /^\d{1,9}$/.test(count) ? [[reference, Number(count)] as const] : [],
  );
  return new Map(known.slice(0, MOST_IN_BULK));
}

async function byReference(context: Context, { visit, officer }: Desk, references: readonly string[]): Promise<readonly Case[]> {
  if (references.length === 0) return [];
  const found = await context.bulk.cases(visit.council.id, sightOf(officer, visit.council), references.slice(0, MOST_IN_BULK));
  const order = new Map(references.map((reference, index) => [reference, index]));
  return found.toSorted((a, b) => (order.get(a.reference) ?? 0) - (order.get(b.reference) ?? 0));
}

/** Every case of the list, up to a thousand. */
async function matching(context: Context, desk: Desk, view: View): Promise<readonly Case[]> {
  const service = servicesSeen(context, desk).find(({ id }) => id === view.service);
  const asked = askList(desk, { ...view, after: "" }, service);
  if (!asked.ok) return [];
  const cases: Case[] = [];
  for await (const rows of context.worklist.all(desk.visit.council.id, asked.query, MOST_IN_BULK)) cases.push(...rows);
  return cases;
}

/** The cases that were chosen on a list: by their boxes, all of its page, or all that match. */
export async function chosenOnList(context: Context, desk: Desk, body: FormBody): Promise<Chosen> {
  const view = listIn(body);
  const which = field(body, "which");
  const boxes = body.fields.get("case") ?? [];
  const references = which === "page" ? field(body, "page").split(" ") : boxes;
  const cases = which === "all" ? await matching(context, desk, view) : await byReference(context, desk, references.filter(isReference));
  return { cases, view, seen: new Map(cases.map(({ reference, eventCount }) => [reference, eventCount])) };
}

/** The cases that a later page of the same work carries. Those that the officer may no longer see are left out. */
export async function chosenBefore(context: Context, desk: Desk, body: FormBody): Promise<Chosen> {
  const seen = seenIn(field(body, "cases"));
  return { cases: await byReference(context, desk, [...seen.keys()]), seen, view: listIn(body) };
}
