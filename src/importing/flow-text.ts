import { allText } from "./asked-text.ts";
import type { Condition } from "./condition.ts";
import type { Asked, Form, Loss, Page } from "./form.ts";
import { Names, hyphenated } from "./names.ts";
import type { NamedQuestions } from "./named-form.ts";
import { resolved, ruleText } from "./rule-text.ts";
import type { Known } from "./rule-text.ts";
import type { Yaml } from "./yaml-text.ts";

export interface Outcome {
  readonly title: string;
  readonly body: string;
}

export interface Written {
  readonly flow: readonly Yaml[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** The questions that the flow asks, by their names in the source. */
  readonly asked: ReadonlySet<string>;
  /** A condition over all that is asked, as a rule; undefined where it always holds, `false` where it never does. */
  rule(condition: Condition, where: string): string | boolean;
}

interface Item {
  readonly when?: string;
  readonly item: Yaml;
}

/** Writes the pages as the items of a flow, each rule by what was asked before it. */
export function writeFlow(form: Form, questions: NamedQuestions, losses: Loss[]): Written {
  const writer = new FlowWriter(questions, losses);
  const items: Item[] = [];
  for (const page of form.pages) {
    if (writer.ended) losses.push({ kind: "left", at: page.source, says: "It stands after a page that ends the form for everybody." });
    else items.push(...writer.page(page));
  }
  return {
    flow: together(items),
    outcomes: writer.outcomes,
    asked: writer.asked,
    rule: (condition, where) => writer.rule(condition, where),
  };
}

class FlowWriter {
  readonly outcomes = new Map<string, Outcome>();
  readonly asked = new Set<string>();
  ended = false;
  private readonly sure = new Set<string>();
  private readonly names = new Names("ending");
  private readonly questions: NamedQuestions;
  private readonly losses: Loss[];

  constructor(questions: NamedQuestions, losses: Loss[]) {
    this.questions = questions;
    this.losses = losses;
  }

  page(page: Page): readonly Item[] {
    const when = page.when === undefined ? true : this.rule(page.when, page.source);
    if (when === false) {
      this.losses.push({
        kind: "left",
        at: page.source,
        says: "Its condition can never hold, so that nobody comes to it.",
        text: allText(page.questions),
      });
      return [];
    }
    const guard = when === true ? {} : { when };
    if (page.ending !== undefined) return [this.stop(page, page.ending, guard)];
    const fresh = page.questions.filter((question) => this.isFresh(question, page));
    for (const { source, optional } of fresh) {
      this.asked.add(source);
      if (when === true && !optional) this.sure.add(source);
    }
    const ids = fresh.map(({ source }) => this.questions.get(source)?.id ?? source);
    const musts = this.musts(page, fresh);
    return ids.length === 0 ? [] : [screen(ids, page.title, musts, guard)];
  }

  /** Asked neither before nor earlier on the same page. */
  private isFresh(question: Asked, page: Page): boolean {
    return !this.asked.has(question.source) && page.questions.find(({ source }) => source === question.source) === question;
  }

  private stop(page: Page, body: string, guard: { readonly when?: string }): Item {
    const name = this.names.take(hyphenated(page.title) || hyphenated(page.source)).replaceAll("_", "-");
    this.outcomes.set(name, { title: page.title || "You cannot go on", body });
    if (guard.when === undefined) this.ended = true;
    return { item: { ...guard, stop: name } };
  }

  private musts(page: Page, fresh: Page["questions"]): readonly Yaml[] {
    return fresh.flatMap(({ source, optional, must }): readonly Yaml[] => {
      if (must === undefined) return [];
      const rule = this.rule(must.rule, page.source, optional ? undefined : source);
      const at = this.questions.get(source)?.id;
      if (rule === false)
        this.losses.push({ kind: "routing", at: source, says: "No answer is what it must be. It is not checked here.", text: must.say });
      return typeof rule === "boolean" || at === undefined ? [] : [{ rule, at, say: must.say }];
    });
  }

  /** `answered` names a question that is answered wherever the rule is looked at, besides those that everybody has answered. */
  rule(condition: Condition, where: string, answered?: string): string | boolean {
    const known = this.known(where, answered);
    const plain = resolved(condition, known);
    return plain.kind === "constant" ? plain.value : ruleText(plain, known);
  }

  private known(where: string, answered: string | undefined): Known {
    const isSure = (field: string): boolean => field === answered || this.sure.has(field);
    return {
      question: (field) => (this.asked.has(field) ? { id: this.questions.get(field)?.id ?? field, sure: isSure(field) } : undefined),
      option: (field, value) => {
        const question = this.questions.get(field);
        return question?.asked.options === undefined ? value : question.codes.get(value);
      },
      never: (_test, why) => this.losses.push({ kind: "routing", at: where, says: `A part of its condition never holds: ${why}.` }),
    };
  }
}

function screen(ids: readonly string[], title: string, musts: readonly Yaml[], guard: { readonly when?: string }): Item {
  const [only] = ids;
  if (ids.length === 1 && only !== undefined && musts.length === 0) {
    return guard.when === undefined ? { item: only } : { when: guard.when, item: only };
  }
  const item = { screen: ids, ...(title === "" || ids.length === 1 ? {} : { title }), ...(musts.length === 0 ? {} : { must: musts }) };
  return guard.when === undefined ? { item } : { when: guard.when, item };
}

/** Neighbours under the same rule stand together under it. */
function together(items: readonly Item[]): readonly Yaml[] {
  const runs: { readonly when: string | undefined; readonly items: Yaml[] }[] = [];
  for (const { when, item } of items) {
    const last = runs.at(-1);
    if (last !== undefined && when !== undefined && last.when === when) last.items.push(item);
    else runs.push({ when, items: [item] });
  }
  return runs.flatMap(({ when, items }) => (when === undefined ? items : [under(when, items)]));
}

function under(when: string, run: readonly Yaml[]): Yaml {
  const [only] = run;
  if (run.length === 1 && typeof only === "string") return { when, ask: only };
  if (run.length === 1 && isMap(only)) return { when, ...only };
  // oxlint-disable-next-line unicorn/no-thenable -- a key of the definition, in an object that nobody awaits
  return { when, then: run };
}

function isMap(value: Yaml | undefined): value is { readonly [key: string]: Yaml } {
  return typeof value === "object" && !Array.isArray(value);
}
