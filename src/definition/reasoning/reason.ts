import type { Area } from "../../rules/area.ts";
import type { Boxes } from "../../rules/boxes.ts";
import { oncePerOutline } from "../once-per-outline.ts";
import type { FlowItem, MustSource, Outline, ScreenItem } from "../outline.ts";
import { ruleTypeOf } from "../rule-type-of.ts";
import type { TextNode } from "../yaml/node.ts";
import { domainOf } from "./domain.ts";
import { type Judged, type Uses, usesOf } from "./uses.ts";
import { FIRST_WORLD, type World, asked, narrowed, passedOver } from "./world.ts";

/** A rule where the flow comes to it: the worlds it is met in, and those in which it holds and does not. */
export interface Ruling extends Judged {
  readonly node: TextNode;
  readonly item: FlowItem;
  /** Present for what must hold on a screen. */
  readonly must?: MustSource;
  readonly before: readonly World[];
  readonly where: readonly World[];
  readonly whereNot: readonly World[];
}

export interface Reasoning {
  readonly rulings: readonly Ruling[];
  /** The first items that no journey comes to, since all have ended before. */
  readonly cutOff: readonly FlowItem[];
  /** Whether some journey may come to the end of the flow. */
  readonly ends: boolean;
}

/** More than this are not told apart: what is known then grows no further, and nothing is claimed that is not so. */
const MOST_WORLDS = 24;

/** Facts of worlds that may be looked at: a few milliseconds at most. A flow of a thousand rules that all hang together is left undecided after that. */
const MOST_WORK = 20_000;

interface Pass {
  work: number;
  readonly outline: Outline;
  readonly uses: Uses;
  readonly rulings: Ruling[];
  readonly cutOff: FlowItem[];
}

/**
 * Follows a flow with all that can be known of the answers at each place: what was asked, what it may be answered with, and which rules
 * have held. It claims too little rather than too much: a journey that there can be is in one of the worlds.
 */
export const reasonAbout = oncePerOutline((outline): Reasoning => {
  const pass: Pass = { work: 0, outline, uses: usesOf(outline), rulings: [], cutOff: [] };
  const left = pass.uses.judged.size === 0 ? [FIRST_WORLD] : through(outline.flow, [FIRST_WORLD], pass);
  return { rulings: pass.rulings, cutOff: pass.cutOff, ends: left.length > 0 };
});

function through(items: readonly FlowItem[], start: readonly World[], pass: Pass): readonly World[] {
  let worlds = start;
  for (const item of items) {
    if (worlds.length === 0) {
      pass.cutOff.push(item);
      return [];
    }
    // Of what follows nothing is known then, and nothing said.
    if (pass.work > MOST_WORK) return [FIRST_WORLD];
    worlds = past(item, worlds, pass);
  }
  return worlds;
}

function past(item: FlowItem, worlds: readonly World[], pass: Pass): readonly World[] {
  const ruling = item.when === undefined ? undefined : rule(item.when, item, worlds, pass);
  const where = ruling?.where ?? worlds;
  const whereNot = item.when === undefined ? [] : (ruling?.whereNot ?? worlds);
  if (item.kind === "stop") return whereNot;
  const over = readLater(questionsOf(item), pass);
  const skipped = whereNot.map((world) => passedOver(world, over));
  const entered =
    where.length === 0
      ? []
      : item.kind === "branch" || item.kind === "section"
        ? through(item.items, where, pass)
        : shown(item, where, pass);
  return fewer([...entered, ...skipped], worlds, pass);
}

function rule(node: TextNode, item: FlowItem, before: readonly World[], pass: Pass, must?: MustSource): Ruling | undefined {
  const judged = pass.uses.judged.get(node);
  const { length: cases } = judged?.holds ?? [];
  for (const { areas, absent } of before) pass.work += (1 + areas.size + absent.size) * (1 + cases);
  if (judged === undefined) return undefined;
  const where = before.flatMap((world) => split(world, judged, judged.holds, true));
  const whereNot = before.flatMap((world) => split(world, judged, judged.fails, false));
  const ruling = { ...judged, node, item, before, where, whereNot, ...(must !== undefined && { must }) };
  pass.rulings.push(ruling);
  return ruling;
}

function split(world: World, { rule: { reads, source, run } }: Judged, boxes: Boxes, wanted: boolean): readonly World[] {
  // A rule over nothing but what was not asked always comes to the same.
  if (reads.length > 0 && reads.every((name) => world.absent.has(name)) && !source.includes("today")) {
    const facts = Object.fromEntries([["today", null], ...reads.map((name) => [name, null] as const)]);
    return (run(facts) === true) === wanted ? [world] : [];
  }
  return boxes === undefined ? [world] : boxes.flatMap((box) => narrowed(world, box) ?? []);
}

function shown(screen: ScreenItem, worlds: readonly World[], pass: Pass): readonly World[] {
  const areas = screen.names.flatMap(({ value }) => domainAt(value, pass));
  let found = areas.length === 0 ? worlds : worlds.map((world) => asked(world, areas));
  for (const must of screen.musts) {
    const ruling = rule(must.rule, screen, found, pass, must);
    // One that can never hold is said once; what follows is looked at as if it were not there.
    if (ruling !== undefined && ruling.where.length > 0) found = fewer(ruling.where, found, pass);
  }
  return found;
}

function domainAt(id: string, { outline, uses }: Pass): readonly (readonly [string, Area])[] {
  const source = uses.lastOf.has(id) ? outline.questions.get(id) : undefined;
  // What a fact comes to is its rule's affair, and its settings say nothing of it.
  const area = source?.fact === undefined ? source && domainOf(source.question, ruleTypeOf(source)) : undefined;
  return area === undefined ? [] : [[id, area]];
}

function questionsOf(item: FlowItem): readonly string[] {
  if (item.kind === "branch" || item.kind === "section") return item.items.flatMap(questionsOf);
  return item.kind === "screen" ? item.names.map(({ value }) => value) : [];
}

function readLater(ids: readonly string[], { uses }: Pass): readonly string[] {
  return ids.filter((id) => uses.lastOf.has(id));
}

/**
 * What no later rule reads is forgotten, and worlds that no later rule can tell apart are one. Where too many are left, those from before
 * are taken: less is known then.
 */
function fewer(worlds: readonly World[], before: readonly World[], { uses, rulings }: Pass): readonly World[] {
  const order = rulings.at(-1)?.order ?? -1;
  const matters = (key: string): boolean => (uses.lastOf.get(key) ?? -1) > order;
  const left = distinct(worlds, matters);
  return left.length > MOST_WORLDS ? distinct(before, matters) : left;
}

function distinct(worlds: readonly World[], matters: (key: string) => boolean): readonly World[] {
  const left = new Map<string, World>();
  for (const world of worlds) {
    const known = remembered(world, matters);
    left.set(stateOf(known), known);
  }
  return [...left.values()];
}

function remembered({ areas, absent }: World, matters: (key: string) => boolean): World {
  return { areas: new Map([...areas].filter(([key]) => matters(key))), absent: new Set([...absent].filter(matters)) };
}

function stateOf({ areas, absent }: World): string {
  const known = [...areas].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([known, [...absent].toSorted()]);
}
