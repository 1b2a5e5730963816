import type { Outcome, OutcomeFigure } from "../service.ts";
import { became, compareEach, quoted } from "./change.ts";
import type { Change } from "./change.ts";

const LISTS = { bring: "What to bring", next: "What to do next", links: "The links" } as const;

/** What changes in the endings that are no case: their kind, their words, and what they work out. */
export function diffOutcomes(before: ReadonlyMap<string, Outcome>, after: ReadonlyMap<string, Outcome>): readonly Change[] {
  return compareEach(before, after, {
    added: (id, { title }) => [{ part: "flow", words: `The outcome ${id} is added: ${quoted(title)}.` }],
    removed: (id, { title }) => [{ part: "flow", words: `The outcome ${id} is removed: ${quoted(title)}.` }],
    both: diffOutcome,
  });
}

function diffOutcome(id: string, before: Outcome, after: Outcome): readonly Change[] {
  const lists = (["bring", "next", "links"] as const).flatMap((name) =>
    became("flow", `${LISTS[name]} of the outcome ${id}`, before[name].join("; "), after[name].join("; ")),
  );
  return [
    ...became("flow", `The kind of the outcome ${id}`, before.kind, after.kind),
    ...became("flow", `The title of the outcome ${id}`, before.title, after.title),
    ...became("flow", `The text of the outcome ${id}`, before.body, after.body),
    ...compareEach(figuresOf(before), figuresOf(after), {
      added: (figure, { label, value }) => [
        { part: "flow", words: `The outcome ${id} works out ${figure}, ${quoted(label)}: ${value.source}.` },
      ],
      removed: (figure) => [{ part: "flow", words: `The outcome ${id} works out ${figure} no more.` }],
      both: (figure, former, now) => diffFigure(`the figure ${figure} of the outcome ${id}`, former, now),
    }),
    ...lists,
    ...became("flow", `The source of the figures of the outcome ${id}`, before.source, after.source),
  ];
}

function figuresOf({ figures }: Outcome): ReadonlyMap<string, OutcomeFigure> {
  return new Map(figures.map((figure) => [figure.id, figure]));
}

function diffFigure(name: string, before: OutcomeFigure, after: OutcomeFigure): readonly Change[] {
  return [
    ...became("flow", `The rule of ${name}`, before.value.source, after.value.source),
    ...became("flow", `The label of ${name}`, before.label, after.label),
    ...became("flow", `The unit of ${name}`, before.unit, after.unit),
  ];
}
