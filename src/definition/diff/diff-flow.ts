import type { Screen, Service, Step } from "../service.ts";
import { became, compareEach } from "./change.ts";
import type { Change } from "./change.ts";
import { diffOutcomes } from "./diff-outcomes.ts";

const REWALKED = "A journey that moves on is walked again from its start, and stops at the first screen that has no answer.";

/** What changes in the order of screens, their guards, what must hold between answers, and the outcomes. */
export function diffFlow(before: Service, after: Service): readonly Change[] {
  const [was, is] = [placesOf(before), placesOf(after)];
  return [
    ...compareEach(was.screens, is.screens, {
      added: () => [],
      removed: () => [],
      both: (id, former, place) => diffScreen(id, former, place),
    }),
    ...diffOrder([...was.screens.keys()], [...is.screens.keys()]),
    ...diffStops(was.stops, is.stops),
    ...diffOutcomes(before.outcomes, after.outcomes),
    ...became("flow", "What the person declares", declaredIn(before), declaredIn(after)),
  ];
}

function declaredIn({ declaration, declarations }: Service): string | undefined {
  return declaration ?? (declarations.length === 0 ? undefined : `${declarations.join("; ")} (each ticked)`);
}

interface Place {
  readonly screen: Screen;
  /** The guards over it, from the outermost. */
  readonly when: string;
  /** The title of the section that it is in. */
  readonly section?: string | undefined;
}

interface Places {
  readonly screens: Map<string, Place>;
  /** For each outcome, the guards that lead to it. */
  readonly stops: Map<string, string>;
}

function placesOf({ flow }: Service): Places {
  const places: Places = { screens: new Map(), stops: new Map() };
  place(flow, { guards: [] }, places);
  return places;
}

interface Around {
  readonly guards: readonly string[];
  readonly section?: string;
}

function place(steps: readonly Step[], outer: Around, places: Places): void {
  for (const step of steps) {
    const guards = step.when === undefined ? outer.guards : [...outer.guards, step.when.source.replaceAll(/\s+/g, " ").trim()];
    const when = guards.join(" and ");
    if (step.kind === "branch") place(step.steps, { ...outer, guards }, places);
    else if (step.kind === "section") place(step.section.steps, { guards, section: step.section.title }, places);
    else if (step.kind === "stop") places.stops.set(step.outcome, either(places.stops.get(step.outcome), when));
    else {
      const known = places.screens.get(step.screen.id)?.when;
      places.screens.set(step.screen.id, { screen: step.screen, when: either(known, when), section: outer.section });
    }
  }
}

/** A guard over what stands at two places of the flow; none where one of them has none. */
function either(before: string | undefined, when: string): string {
  if (before === undefined) return when;
  return before === "" || when === "" ? "" : `(${before}) or (${when})`;
}

function askedOf(guard: string): string {
  return guard === "" ? "asked of everybody" : `asked when ${guard}`;
}

function stopsWhen(guard: string): string {
  return guard === "" ? "always" : `when ${guard}`;
}

function walked(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => ({ ...change, drafts: REWALKED }));
}

function diffScreen(id: string, before: Place, after: Place): readonly Change[] {
  const asks = ({ screen }: Place): string => screen.questions.map((question) => question.id).join(", ");
  const states = ({ screen }: Place): string => screen.facts.map(({ question }) => question.id).join(", ");
  const musts = ({ screen }: Place): string => screen.musts.map(({ rule, message }) => `${rule.source} (or else: ${message})`).join("; ");
  const moved: Change = { part: "flow", words: `The screen ${id} is ${askedOf(after.when)}; it was ${askedOf(before.when)}.` };
  return [
    ...walked(before.when === after.when ? [] : [moved]),
    ...walked(became("flow", `The screen ${id} asks together: it`, asks(before), asks(after))),
    ...walked(became("flow", `What the screen ${id} states`, states(before), states(after))),
    ...walked(became("flow", `What must hold on the screen ${id}`, musts(before), musts(after))),
    ...became("flow", `The section of the screen ${id}`, before.section, after.section),
    ...became("flow", `The heading of the screen ${id}`, before.screen.title, after.screen.title),
  ];
}

/** Only the screens that both have: those added and removed are said with their questions. */
function diffOrder(before: readonly string[], after: readonly string[]): readonly Change[] {
  const was = before.filter((id) => after.includes(id));
  const is = after.filter((id) => before.includes(id));
  const first = is.findIndex((id, index) => id !== was[index]);
  if (first === -1) return [];
  const words = `The order of the screens changes from ${was[first]} on: ${is.slice(first).join(", ")}, in place of ${was.slice(first).join(", ")}.`;
  return [{ part: "flow", words, drafts: REWALKED }];
}

function diffStops(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly Change[] {
  const drafts = "A journey that moves on may end here, or no longer.";
  return compareEach(before, after, {
    added: (id, guard) => [{ part: "flow", words: `A journey now stops at ${id} ${stopsWhen(guard)}.`, drafts }],
    removed: (id) => [{ part: "flow", words: `No journey stops at ${id} any more.`, drafts }],
    both: (id, former, guard) =>
      former === guard
        ? []
        : [{ part: "flow", words: `A journey stops at ${id} ${stopsWhen(guard)}; it was ${stopsWhen(former)}.`, drafts }],
  });
}
