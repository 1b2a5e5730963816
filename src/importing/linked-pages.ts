import type { PagePair } from "./json-pages.ts";
import { listAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";

/** One way on from a page, to the page at an index. */
export interface Link {
  readonly to: number;
  /** The name of the condition; empty where there is none. */
  readonly condition: string;
}

/** Pages that link to each other, in an order in which each stands after all that lead to it. */
export interface LinkedPages {
  readonly order: readonly number[];
  readonly links: ReadonlyMap<number, readonly Link[]>;
  /** Links that lead back to where a person has been: they are not among the links. */
  readonly back: readonly { readonly from: number; readonly to: number }[];
  readonly broken: readonly { readonly from: number; readonly path: string }[];
}

/** How the engines compare addresses of pages. */
export function pathOf(text: string): string {
  return `/${text.replace(/^\/+|\/+$/g, "")}`;
}

export function linkedPages(form: Json, pairs: readonly PagePair[]): LinkedPages {
  const indexes = new Map(pairs.map(({ page }, index) => [pathOf(textAt(page, "path")), index]).toReversed() as [string, number][]);
  const broken: { from: number; path: string }[] = [];
  const all = new Map<number, readonly Link[]>();
  for (const [from, { page }] of pairs.entries()) {
    const links = listAt(page, "next").flatMap((link): readonly Link[] => {
      const path = textAt(link, "path");
      const to = indexes.get(pathOf(path));
      if (to === undefined) broken.push({ from, path });
      return to === undefined ? [] : [{ to, condition: textAt(link, "condition") }];
    });
    all.set(from, links);
  }
  const start = indexes.get(pathOf(textAt(form, "startPage"))) ?? 0;
  const back = backLinks(start, all);
  const isBack = new Set(back.map(({ from, to }) => `${from} ${to}`));
  const links = new Map([...all].map(([from, each]) => [from, each.filter(({ to }) => !isBack.has(`${from} ${to}`))]));
  return { order: inOrder(start, links), links, back, broken };
}

/** Links that lead to a page on the way to themselves. Walks without recursion, so that no length of form matters. */
function backLinks(start: number, links: ReadonlyMap<number, readonly Link[]>): readonly { from: number; to: number }[] {
  const back: { from: number; to: number }[] = [];
  const state = new Map<number, "open" | "done">([[start, "open"]]);
  const path: { at: number; next: number }[] = [{ at: start, next: 0 }];
  for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
    const link = links.get(here.at)?.[here.next++];
    if (link === undefined) {
      state.set(here.at, "done");
      path.pop();
    } else if (state.get(link.to) === "open") back.push({ from: here.at, to: link.to });
    else if (state.get(link.to) === undefined) {
      state.set(link.to, "open");
      path.push({ at: link.to, next: 0 });
    }
  }
  return back;
}

/** Each after all that lead to it; otherwise in the order of the file, which is the designer's. */
function inOrder(start: number, links: ReadonlyMap<number, readonly Link[]>): readonly number[] {
  const reached = new Set([start]);
  for (const from of reached) for (const { to } of links.get(from) ?? []) reached.add(to);
  const waiting = new Map<number, number>();
  for (const from of reached) for (const { to } of links.get(from) ?? []) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const ready = [start];
  const order: number[] = [];
  while (ready.length > 0) {
    const next = Math.min(...ready);
    ready.splice(ready.indexOf(next), 1);
    order.push(next);
    for (const { to } of links.get(next) ?? []) {
      const left = (waiting.get(to) ?? 1) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return order;
}
