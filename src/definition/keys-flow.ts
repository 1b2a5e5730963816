import type { Level, LevelName, Shape } from "./key.ts";
import { LINE, RULE, level, named, namesOf } from "./key.ts";

const WHEN = { shape: RULE, about: "The rule under which this applies; it reads what was asked before." };

/** One item of a flow. */
export const FLOW_ITEM: Shape = {
  kind: "either",
  text: named("either"),
  list: { kind: "list", of: named("underscore") },
  levels: ["screen item", "stop item", "branch item", "ask item", "section item"],
};

export const FLOW_LEVELS = {
  "screen item": {
    screen: {
      shape: { kind: "list", of: named("underscore") },
      required: true,
      about: "Questions asked together. Facts named among them stand above them.",
    },
    title: { shape: LINE, about: "The heading over them." },
    must: { shape: { kind: "list", of: level("must") }, about: "What must hold between the answers." },
    when: WHEN,
  },
  must: {
    rule: { shape: RULE, required: true, about: "What must hold." },
    at: { shape: named("underscore"), required: true, about: "The question beside which the message shows." },
    say: { shape: LINE, required: true, about: "What the person is told when it does not hold." },
  },
  "stop item": {
    stop: { shape: named("hyphen"), required: true, about: "The outcome in which the journey ends here." },
    when: WHEN,
  },
  "branch item": {
    // oxlint-disable-next-line unicorn/no-thenable -- the word is the language's; nobody awaits a table of keys
    then: { shape: { kind: "list", of: FLOW_ITEM }, required: true, about: "Items that apply only under the rule." },
    when: { ...WHEN, required: true },
  },
  "ask item": {
    ask: {
      shape: namesOf("either"),
      required: true,
      about: "A question, several for one screen, or a fragment, asked only under the rule.",
    },
    when: { ...WHEN, required: true },
  },
  "section item": {
    section: { shape: named("hyphen"), required: true, about: "The section's name: part of its address." },
    title: { shape: LINE, required: true, about: "What the task list calls it." },
    asks: { shape: { kind: "list", of: FLOW_ITEM }, required: true, about: "Its items: like a flow of its own." },
    when: { ...WHEN, about: "The rule under which there is this section; it reads what sections before it ask." },
  },
} as const satisfies Partial<Record<LevelName, Level>>;
