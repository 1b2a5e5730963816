import { closest } from "../../rules/closest.ts";
import type { FlowItem, Outline } from "../outline.ts";
import type { Place } from "../yaml/node.ts";
import type { Check, Found } from "./check.ts";
import { ruleTold } from "./rule-told.ts";
import { everyItem, nodeOr } from "./look.ts";

/** What is asked, in which order, and where journeys end. */
export const FLOW_CHECKS: readonly Check[] = [
  {
    code: "question-unknown",
    severity: "error",
    about: "The flow names a question or a shared fragment that there is not.",
    example: { right: "  - card\n", wrong: "  - cart\n" },
    *find(outline) {
      for (const [id, at] of outline.asked) if (!outline.questions.has(id)) yield unknown(outline, id, at);
    },
  },
  {
    code: "question-unasked",
    severity: "error",
    about: "A question or a fact is in the file and not in the flow.",
    example: { right: "  - card\n", wrong: "" },
    *find(outline) {
      for (const [id, source] of outline.questions) {
        const message = `${id} is never ${source.fact === undefined ? "asked" : "stated"}.`;
        if (!outline.asked.has(id)) yield { at: source.key, message, fix: "Name it in the flow, or take it out." };
      }
    },
  },
  {
    code: "question-asked-twice",
    severity: "error",
    about: "The flow asks a question in two places.",
    example: { right: "  - card\n", wrong: "  - card\n  - tool\n" },
    find: askedTwice,
  },
  {
    code: "flow-empty",
    severity: "error",
    about: "The flow asks nothing.",
    example: { right: "then: [helpers]", wrong: "then: []" },
    *find(outline) {
      if (outline.flow.length === 0)
        yield { at: nodeOr(outline.root, "flow"), message: "The flow asks nothing.", fix: "Name a question in it." };
      for (const item of everyItem(outline.flow)) if (item.kind === "branch" && item.items.length === 0) yield emptyBranch(item, outline);
    },
  },
  {
    code: "flow-dead-end",
    severity: "error",
    about: "Something follows a stop that has no rule, so nobody can reach it.",
    example: { right: "{ when: height > 6, stop: too-high }", wrong: "{ stop: too-high }" },
    *find(outline) {
      yield* afterStop(outline.flow);
      for (const item of everyItem(outline.flow)) if (item.kind === "branch" || item.kind === "section") yield* afterStop(item.items);
    },
  },
  {
    code: "must-elsewhere",
    severity: "error",
    about: "A screen shows a message beside a question that is not on it.",
    example: { right: "at: last_day", wrong: "at: tool" },
    *find(outline) {
      for (const item of everyItem(outline.flow)) if (item.kind === "screen") yield* strayMusts(item);
    },
  },
  {
    code: "screen-untitled",
    severity: "advice",
    about: "A screen of several questions has no title to be its heading.",
    example: { right: "    title: When do you need it?\n", wrong: "" },
    *find(outline) {
      for (const item of everyItem(outline.flow)) {
        if (item.kind !== "screen" || item.names.length < 2 || item.title !== undefined) continue;
        yield { at: item.at, message: "This screen of several questions has no title.", fix: "Write it as { screen: [...], title: ... }." };
      }
    },
  },
];

function unknown(outline: Outline, id: string, at: Place): Found {
  const meant = closest(id, [...outline.questions.keys()].slice(0, 300));
  const fix = meant === undefined ? "Add it under questions, or take it out of the flow." : `Did you mean ${meant}?`;
  return { at, message: `There is no question and no shared fragment called ${id.slice(0, 60)}.`, fix };
}

function* askedTwice(outline: Outline): Iterable<Found> {
  const seen = new Set<string>();
  for (const item of everyItem(outline.flow)) {
    if (item.kind !== "screen") continue;
    for (const name of item.names) {
      if (seen.has(name.value)) yield { at: name, message: `${name.value} is asked a second time here.`, fix: "Ask it once, before both." };
      seen.add(name.value);
    }
  }
}

function emptyBranch({ at, when }: FlowItem, outline: Outline): Found {
  const told = when === undefined ? "this rule holds" : ruleTold(outline, when);
  return { at, message: `Nothing happens where ${told}.`, fix: "Add questions under then, or take the rule out." };
}

function* afterStop(items: readonly FlowItem[]): Iterable<Found> {
  const stop = items.findIndex((item) => item.kind === "stop" && item.when === undefined);
  const next = stop === -1 ? undefined : items[stop + 1];
  if (next === undefined) return;
  yield {
    at: next.at,
    message: "Nobody can reach this: the stop before it has no rule.",
    fix: "Give the stop a when, or take out what follows.",
  };
}

function* strayMusts(screen: FlowItem & { kind: "screen" }): Iterable<Found> {
  for (const { at } of screen.musts) {
    if (screen.names.some((name) => name.value === at.value)) continue;
    const names = screen.names.map((name) => name.value).join(", ");
    yield { at, message: `${at.value} is not on this screen.`, fix: `Show it at ${names}.` };
  }
}
