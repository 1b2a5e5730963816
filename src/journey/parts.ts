import type { Screen, Section } from "../definition/service.ts";
import type { SectionWalk, Walk } from "./walk.ts";

/** The answered screens of a section; without a section, those that everybody is asked first. */
export interface Part {
  readonly section?: Section;
  readonly screens: readonly Screen[];
}

/** What is answered, section by section, in the order of the flow. A flow without sections is one part. */
export function partsOf({ answered, sections }: Walk): readonly Part[] {
  const inside = new Set(sections.flatMap((one) => one.answered));
  const parts: readonly Part[] = [
    { screens: answered.filter((screen) => !inside.has(screen)) },
    ...sections.map(({ section, answered: screens }) => ({ section, screens })),
  ];
  return parts.filter(({ screens }) => screens.length > 0);
}

/** The section in which a screen is answered or comes next; undefined for one outside of all sections. */
export function sectionOf({ sections }: Walk, screen: Screen): SectionWalk | undefined {
  return sections.find(({ answered, next }) => next === screen || answered.includes(screen));
}

/** Whether the walk has come to a screen: it is answered, or may be answered now. */
export function isReached(walk: Walk, screen: Screen): boolean {
  const { answered, at } = walk;
  return answered.includes(screen) || (at.kind === "screen" && at.screen === screen) || sectionOf(walk, screen) !== undefined;
}

/** The screens that may be answered now: the next one, of each section its own. */
export function openScreens({ at, sections }: Walk): readonly Screen[] {
  if (at.kind !== "screen") return [];
  return sections.length === 0 ? [at.screen] : sections.flatMap(({ next }) => next ?? []);
}
