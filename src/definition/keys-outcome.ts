import type { Level, LevelName } from "./key.ts";
import { LINE, LINES, PARAGRAPHS, RULE, level, mapOf } from "./key.ts";
import type { OutcomeKind } from "./service.ts";

/** What each kind of outcome says about itself, for the reference. */
export const OUTCOME_KINDS: Readonly<Record<OutcomeKind, string>> = {
  eligible: "the person may have it",
  refused: "the person may not",
  maybe: "it depends on what they bring",
  "not-ours": "somebody else does this",
  done: "the answer is on the page",
};

const KINDS = Object.entries(OUTCOME_KINDS).map(([kind, says]) => `${kind} (${says})`);

export const OUTCOME_LEVELS = {
  outcome: {
    kind: { shape: { kind: "word", values: Object.keys(OUTCOME_KINDS) }, about: `What it tells the person: ${KINDS.join(", ")}.` },
    title: { shape: LINE, required: true, about: "The heading of the page. This and the other texts may hold {figure}." },
    body: {
      shape: PARAGRAPHS,
      required: true,
      about: 'Paragraphs. A line that starts with "- " is a list item; [text](https://address) is a link.',
    },
    figures: { shape: mapOf("underscore", level("figure")), about: "What is worked out from the answers, in the order shown." },
    bring: { shape: LINES, about: "What the person should bring or have at hand, one thing each." },
    next: { shape: LINES, about: "What the person can do next, one step each." },
    links: { shape: LINES, about: "Where else to go: [text](https://address), or /services/name for a service of the council." },
    source: { shape: LINE, about: "Where the figures come from: the law, or who published them." },
  },
  figure: {
    label: { shape: LINE, required: true, about: "What the figure is called on the page." },
    value: { shape: RULE, required: true, about: "What it comes to: reads what was asked before the stop, and the figures before it." },
    unit: { shape: LINE, about: "What is written after a number, such as years or %." },
  },
} as const satisfies Partial<Record<LevelName, Level>>;
