import { NEVER } from "./condition.ts";
import { allText } from "./asked-text.ts";
import type { Condition } from "./condition.ts";
import { lose } from "./source.ts";
import type { Source } from "./source.ts";
import { isSummary, opened, pageOf } from "./json-pages.ts";
import type { PagePair } from "./json-pages.ts";
import { FALSE, TANGLED, TRUE } from "./diagram.ts";
import type { Fn } from "./diagram.ts";
import type { Page } from "./form.ts";
import type { Json } from "./json.ts";
import { linkedPages } from "./linked-pages.ts";
import type { Link, LinkedPages } from "./linked-pages.ts";
import type { Conditions } from "./model-conditions.ts";
import { repeats } from "./pages.ts";
import type { ReadPage } from "./pages.ts";
import { Ways } from "./ways.ts";

/**
 * Pages that link to each other become pages in order, each under the condition on which it is come to. As the engines do it: the first link
 * whose condition holds leads on, whatever stands before it; else the last link without a condition.
 */
export function withPaths(form: Json, pairs: readonly PagePair[], conditions: Conditions, source: Source): Routed {
  const linked = linkedPages(form, pairs);
  reportLinks(linked, pairs, source);
  const routing = new Routing(pairs, linked, conditions, source);
  const pages = linked.order.flatMap((index) => routing.page(index));
  return { pages, atTheEnd: (condition) => routing.settled(condition) };
}

export interface Routed {
  readonly pages: readonly Page[];
  /** A condition that is worked out when all is answered, said without asking which pages were on the way. */
  atTheEnd(condition: Condition): Condition;
}

function reportLinks({ order, back, broken }: LinkedPages, pairs: readonly PagePair[], source: Source): void {
  const path = (index: number): string => pairs[index]?.read.path ?? "";
  for (const { from, to } of back) {
    lose(
      source,
      "routing",
      path(from),
      `Its link back to ${path(to)} goes in a circle, which a flow cannot. The link is left out: people change answers from the check page.`,
    );
  }
  for (const link of broken)
    lose(source, "routing", path(link.from), `Its link leads to ${link.path.slice(0, 100) || "nowhere"}, and there is no such page.`);
  const lost = pairs.filter(({ read }, index) => !order.includes(index) && !isSummary(read) && read.questions.length > 0);
  for (const { read } of lost) lose(source, "left", read.path, "No link leads to this page.", allText(read.questions));
}

class Routing {
  private readonly reach = new Map<number, Fn>();
  private readonly ways: Ways;
  private readonly pairs: readonly PagePair[];
  private readonly linked: LinkedPages;
  private readonly conditions: Conditions;
  private readonly source: Source;

  constructor(pairs: readonly PagePair[], linked: LinkedPages, conditions: Conditions, source: Source) {
    this.pairs = pairs;
    this.linked = linked;
    this.conditions = conditions;
    this.source = source;
    this.ways = new Ways((field) => conditions.source.asked(field));
    const [start] = linked.order;
    if (start !== undefined) this.reach.set(start, TRUE);
  }

  /** One page, in order. */
  page(index: number): readonly Page[] {
    const pair = this.pairs[index];
    const fn = this.reach.get(index) ?? FALSE;
    if (pair === undefined) return [];
    if (isSummary(pair.read)) return this.summary(pair.read);
    const { page, read } = pair;
    const links = this.linked.links.get(index) ?? [];
    const dead = read.questions.length === 0 && links.length === 0 && !this.linked.back.some(({ from }) => from === index);
    const when = this.ways.condition(fn);
    if (fn === TANGLED || when === undefined) {
      lose(
        this.source,
        "routing",
        read.path,
        "Too many ways lead here to say when it is asked. Here it is always asked; write its rule by hand.",
      );
    }
    if (this.ways.isNever(fn)) {
      lose(this.source, "left", read.path, "No answers lead to this page.", allText(read.questions));
      return [];
    }
    for (const { source } of read.questions) this.ways.comeTo(source, fn);
    for (const { asked, when } of read.revealed) this.ways.comeTo(asked.source, this.ways.diagram.and(fn, this.ways.fn(when)));
    this.goOn(fn, links, read.path);
    const always = when === undefined || (when.kind === "constant" && when.value);
    const made = pageOf(page, read, this.source, always ? undefined : when, dead);
    if (made?.ending !== undefined) this.ways.endsWhere(fn);
    return made === undefined || made.ending !== undefined || repeats(page)
      ? [made].filter((each) => each !== undefined)
      : [made, ...this.opened(read, fn)];
  }

  /** What the options of a page open is asked where the page is, and the option is chosen. */
  private opened(read: ReadPage, from: Fn): readonly Page[] {
    return opened(read, (condition) => this.ways.condition(this.ways.diagram.and(from, this.ways.fn(condition))) ?? condition);
  }

  /** The check page of the engine shows nothing else. */
  private summary({ path, content, questions }: ReadPage): readonly Page[] {
    const texts = [content, allText(questions)].filter((text) => text !== "");
    if (texts.length > 0) lose(this.source, "kept", path, "It stands on the check page, which has its own texts here.", texts.join("\n\n"));
    return [];
  }

  settled(condition: Condition): Condition {
    const plain = this.ways.condition(this.ways.fn(condition));
    if (plain === undefined)
      lose(this.source, "routing", "the fee", "One of its conditions is too tangled to be said. It never holds here.");
    return plain ?? NEVER;
  }

  private goOn(from: Fn, links: readonly Link[], path: string): void {
    const { diagram } = this.ways;
    let rest = from;
    let otherwise: number | undefined;
    for (const { to, condition } of links) {
      if (condition === "") otherwise = to;
      else {
        const holds = this.ways.fn(this.conditions.named(condition));
        this.lead(to, diagram.and(rest, holds));
        rest = diagram.and(rest, diagram.not(holds));
      }
    }
    if (otherwise !== undefined) this.lead(otherwise, rest);
    else if (links.length > 0 && !this.ways.isNever(rest)) {
      lose(
        this.source,
        "changed",
        path,
        "Where none of its links holds, the old form stops or goes to its summary. Here it goes to the check page.",
      );
    }
  }

  private lead(to: number, fn: Fn): void {
    this.reach.set(to, this.ways.diagram.or(this.reach.get(to) ?? FALSE, fn));
  }
}
