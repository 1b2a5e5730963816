import type { Question } from "../answers/answer-type.ts";
import type { Rule } from "../rules/rule.ts";
import { FrozenMap } from "./frozen.ts";
import type { FlowItem, Outline, QuestionSource, ScreenItem, SectionItem } from "./outline.ts";
import { present } from "./present.ts";
import { needsOf } from "./section-needs.ts";
import type { Fact, Must, Screen, Section, Step } from "./service.ts";
import { offerMusts, withOffers } from "./wire-offers.ts";
import type { TextNode } from "./yaml/node.ts";

/** A flow as journeys walk it. */
export function stepsOf(items: readonly FlowItem[], outline: Outline): readonly Step[] {
  return items.map((item) => stepOf(item, outline));
}

function stepOf(item: FlowItem, outline: Outline): Step {
  const when = item.when === undefined ? undefined : ruleOf(outline, item.when);
  switch (item.kind) {
    case "screen":
      return present<Step & { kind: "screen" }>({ kind: "screen", screen: screenOf(item, outline), when });
    case "stop":
      return present<Step & { kind: "stop" }>({ kind: "stop", outcome: item.outcome.value, when });
    case "section":
      return present<Step & { kind: "section" }>({ kind: "section", section: sectionOf(item, outline), when });
    default:
      return { kind: "branch", when: ruleOf(outline, item.when), steps: stepsOf(item.items, outline) };
  }
}

function sectionOf(item: SectionItem, outline: Outline): Section {
  const { key, title, items } = item;
  return { id: key.value, title, steps: stepsOf(items, outline), needs: needsOf(item, outline) };
}

function screenOf(item: ScreenItem, outline: Outline): Screen {
  const questions = item.names.map((name) => questionOf(outline, name.value)).filter(({ stated }) => stated === undefined);
  return present<Screen>({
    id: (questions[0]?.id ?? item.names[0]?.value ?? "").replaceAll("_", "-"),
    title: item.title,
    questions,
    facts: item.names.flatMap(({ value }) => factOf(outline, value)),
    musts: mustsOf(item, outline),
  });
}

/** What the file says must hold, then that what was chosen from a register is still offered. */
function mustsOf(item: ScreenItem, outline: Outline): readonly Must[] {
  const said = item.musts.map((must) => ({ rule: ruleOf(outline, must.rule), field: must.at.value, message: must.say }));
  return [...said, ...item.names.flatMap((name) => offerMusts(questionOf(outline, name.value)))];
}

function factOf(outline: Outline, id: string): readonly Fact[] {
  const rule = outline.questions.get(id)?.fact?.rule;
  return rule === undefined ? [] : [{ question: questionOf(outline, id), rule: ruleOf(outline, rule) }];
}

/** Every screen of a flow by its id, in order. */
export function screensOf(steps: readonly Step[]): ReadonlyMap<string, Screen> {
  return new FrozenMap(everyScreen(steps).map((screen) => [screen.id, screen] as const));
}

function everyScreen(steps: readonly Step[]): readonly Screen[] {
  return steps.flatMap((step) => {
    if (step.kind === "screen") return [step.screen];
    if (step.kind === "section") return everyScreen(step.section.steps);
    return step.kind === "branch" ? everyScreen(step.steps) : [];
  });
}

/** Questions with what they offer: the same one wherever it is asked. */
const FINISHED = new WeakMap<QuestionSource, Question>();

/** A question by its id; the checks have refused a flow that names one that is not there. */
export function questionOf(outline: Outline, id: string): Question {
  const source = outline.questions.get(id);
  if (source === undefined) throw new Error(`question ${id} was not refused by the checks`);
  const known = FINISHED.get(source) ?? withOffers(source, outline.rules);
  FINISHED.set(source, known);
  return known;
}

/** The compiled rule of a text; the checks have refused rules that do not compile. */
export function ruleOf(outline: Outline, node: TextNode): Rule {
  const rule = outline.rules.get(node);
  if (rule === undefined) throw new Error(`rule "${node.value}" was not refused by the checks`);
  return rule;
}
