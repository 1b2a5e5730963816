import { contradictionOf, knownOf } from "../reasoning/contradiction.ts";
import { reasonAbout } from "../reasoning/reason.ts";
import type { Ruling } from "../reasoning/reason.ts";
import type { FlowItem, Outline } from "../outline.ts";
import type { Check, Found } from "./check.ts";
import { ruleTold } from "./rule-told.ts";

const STOP = "{ when: height > 6, stop: too-high }";

/**
 * Rules of the flow that cannot hold, or cannot but hold, once everything is known that was asked and passed before them: found by
 * reasoning over all journeys at once. Only what is certain is said.
 */
export const GUARD_CHECKS: readonly Check[] = [
  {
    code: "guard-never",
    severity: "warning",
    about: "A rule of the flow can never hold, so that what it leads to is never reached.",
    example: { right: STOP, wrong: "{ when: height > 9, stop: too-high }" },
    *find(outline) {
      for (const ruling of guardsOf(outline)) if (ruling.before.length > 0 && ruling.where.length === 0) yield never(ruling, outline);
    },
  },
  {
    code: "guard-always",
    severity: "advice",
    about: "A rule of the flow always holds where it stands, so that it decides nothing.",
    example: { right: '{ when: tool = "drill", then: [helpers] }', wrong: "{ when: last_day > first_day, then: [helpers] }" },
    *find(outline) {
      for (const ruling of guardsOf(outline)) if (isAlways(ruling)) yield always(ruling, outline);
    },
  },
  {
    code: "answer-hidden",
    severity: "warning",
    about: "A rule of the flow reads an answer that nobody has given who comes there, since it is only asked on other ways.",
    example: {
      right: '{ when: tool = "drill", then: [helpers] }',
      wrong: '{ when: tool = "drill", then: [{ when: height > 2 or count(extras) > 1, ask: helpers }] }',
    },
    *find(outline) {
      for (const ruling of reasonAbout(outline).rulings) yield* hidden(ruling);
    },
  },
  {
    code: "screen-unreachable",
    severity: "warning",
    about: "Nobody can reach a part of the flow, since every journey has ended before it.",
    example: { right: STOP, wrong: '{ when: tool = "ladder", stop: too-high }\n  - { when: tool = "drill", stop: too-high }' },
    *find(outline) {
      const message = "Nobody can reach this: every journey has ended before it.";
      for (const item of reasonAbout(outline).cutOff) {
        if (!followsOpenStop(outline.flow, item)) yield { at: item.at, message, fix: "Look at the rules of the stops before it." };
      }
    },
  },
  {
    code: "case-unreachable",
    severity: "warning",
    about: "No journey becomes a case, since each one ends in an outcome; a flow that means this ends in a stop without a rule.",
    example: {
      right: "  - who-you-are\n",
      wrong: '  - who-you-are\n  - { when: tool = "ladder", stop: too-high }\n  - { when: tool = "drill", stop: too-high }\n',
    },
    *find(outline) {
      const { ends, cutOff } = reasonAbout(outline);
      const last = outline.flow.at(-1);
      if (ends || cutOff.length > 0 || last === undefined || (last.kind === "stop" && last.when === undefined)) return;
      const fix = "Let a journey come to the end, or make the last stop one without a rule.";
      yield { at: last.at, message: "No journey becomes a case: each one ends here or before.", fix };
    },
  },
  {
    code: "must-never",
    severity: "error",
    about: "What must hold on a screen never can, so that nobody gets past it.",
    example: { right: "rule: last_day > first_day,", wrong: "rule: last_day > first_day and first_day > last_day and last_day = null," },
    *find(outline) {
      for (const ruling of mustsOf(outline)) if (ruling.before.length > 0 && ruling.where.length === 0) yield stuck(ruling, outline);
    },
  },
  {
    code: "must-always",
    severity: "advice",
    about: "What must hold on a screen always does, so that its message is never shown.",
    example: { right: "rule: last_day > first_day,", wrong: "rule: is defined(first_day)," },
    *find(outline) {
      for (const ruling of mustsOf(outline)) {
        if (ruling.before.length > 0 && ruling.whereNot.length === 0 && ruling.rule.reads.length > 0) yield needless(ruling, outline);
      }
    },
  },
];

function guardsOf(outline: Outline): readonly Ruling[] {
  // A rule that reads no answer is reported by itself.
  return reasonAbout(outline).rulings.filter(({ must, rule }) => must === undefined && rule.reads.length > 0);
}

function mustsOf(outline: Outline): readonly Ruling[] {
  return reasonAbout(outline).rulings.filter(({ must }) => must !== undefined);
}

/** A rule that never holds for it is reported as that. */
function* hidden({ node, rule, before, where }: Ruling): Iterable<Found> {
  if (before.length === 0 || where.length === 0) return;
  for (const name of rule.reads) {
    if (!before.every(({ absent }) => absent.has(name))) continue;
    const message = `The rule reads ${name}, which is not asked on any way that leads here.`;
    yield { at: node, message, fix: `Ask ${name} on this way too, or take it out of the rule.` };
  }
}

function needless({ node }: Ruling, outline: Outline): Found {
  const message = `It is always so that ${ruleTold(outline, node)}, so nobody is ever shown the message.`;
  return { at: node, message, fix: "Compare what a person could get wrong, or take it out." };
}

function never(ruling: Ruling, outline: Outline): Found {
  const found = contradictionOf(ruling);
  const what = subjectOf(ruling.item);
  const message =
    found === undefined
      ? `${what} only when ${ruleTold(outline, ruling.node)}, which can never be so here.`
      : `${what} only when ${found.needs}, but here ${found.is}.`;
  return { at: ruling.node, message, fix: "Correct the rule, or take out what it leads to." };
}

/** The last of several stops may well hold always: it is written for who reads it, like the others. */
function isAlways({ item, before, where, whereNot }: Ruling): boolean {
  return item.kind !== "stop" && before.length > 0 && where.length > 0 && whereNot.length === 0;
}

function always(ruling: Ruling, outline: Outline): Found {
  const known = knownOf(ruling);
  const message = `Here it is always so that ${ruleTold(outline, ruling.node)}${known === "" ? "" : `: ${known}`}.`;
  return { at: ruling.node, message, fix: "Take the rule out, or look at what is asked before it." };
}

function stuck(ruling: Ruling, outline: Outline): Found {
  const found = contradictionOf(ruling);
  const reason =
    found === undefined ? `it can never be so that ${ruleTold(outline, ruling.node)}` : `it needs that ${found.needs}, but ${found.is}`;
  return { at: ruling.node, message: `Nobody can get past this screen: ${reason}.`, fix: "Correct the rule." };
}

function subjectOf(item: FlowItem): string {
  if (item.kind === "stop") return `The journey ends in ${item.outcome.value}`;
  const first = firstQuestion([item]);
  return first === undefined ? "This is reached" : `${first} is asked`;
}

function firstQuestion(items: readonly FlowItem[]): string | undefined {
  for (const item of items) {
    const found =
      item.kind === "screen"
        ? item.names[0]?.value
        : item.kind === "branch" || item.kind === "section"
          ? firstQuestion(item.items)
          : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What stands right after a stop without a rule is reported as a dead end. */
function followsOpenStop(items: readonly FlowItem[], item: FlowItem): boolean {
  const at = items.indexOf(item);
  const before = items[at - 1];
  if (at !== -1) return before?.kind === "stop" && before.when === undefined;
  return items.some((one) => (one.kind === "branch" || one.kind === "section") && followsOpenStop(one.items, item));
}
