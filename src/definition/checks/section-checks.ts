import type { FlowItem, Outline, SectionItem } from "../outline.ts";
import type { Check, Found } from "./check.ts";
import { everyItem } from "./look.ts";

const SOUND = "  - address\n  - card\n  - notes\n  - who-you-are\n";
const SECTION = "  - { section: you, title: About you, asks: [address, card] }\n";

/** The sections of a long application. */
export const SECTION_CHECKS: readonly Check[] = [
  {
    code: "section-place",
    severity: "error",
    about: "A section stands inside something else, or something that is no section follows it.",
    example: { right: SOUND, wrong: `${SECTION}  - notes\n  - who-you-are\n` },
    find: misplaced,
  },
  {
    code: "section-twice",
    severity: "error",
    about: "Two sections have the same name.",
    example: { right: SOUND, wrong: `${SECTION}  - { section: you, title: Notes, asks: [notes, who-you-are] }\n` },
    *find(outline) {
      const seen = new Set<string>();
      for (const { key } of sectionsIn(outline.flow)) {
        if (seen.has(key.value)) yield { at: key, message: `There is a section ${key.value} already.`, fix: "Give this one another name." };
        seen.add(key.value);
      }
    },
  },
  {
    code: "section-empty",
    severity: "error",
    about: "A section asks nothing.",
    example: { right: SOUND, wrong: `${SECTION}  - { section: more, title: More, asks: [] }\n` },
    *find(outline) {
      for (const { key, items } of sectionsIn(outline.flow)) {
        if ([...everyItem(items)].some(({ kind }) => kind === "screen")) continue;
        yield { at: key, message: `The section ${key.value} asks nothing.`, fix: "Name a question in it, or take it out." };
      }
    },
  },
  {
    code: "section-alone",
    severity: "advice",
    about: "There is one section only, so that the task list has one task.",
    example: { right: SOUND, wrong: "  - { section: you, title: About you, asks: [address, card, notes, who-you-are] }\n" },
    *find(outline) {
      const [only, another] = sectionsIn(outline.flow);
      if (only === undefined || another !== undefined) return;
      yield { at: only.at, message: "This is the only section.", fix: "Divide it in two or more, or put its questions into the flow." };
    },
  },
];

function sectionsIn(items: readonly FlowItem[]): readonly SectionItem[] {
  return [...everyItem(items)].filter((item) => item.kind === "section");
}

function* misplaced(outline: Outline): Iterable<Found> {
  let before: SectionItem | undefined;
  for (const item of outline.flow) {
    if (before !== undefined && item.kind !== "section") yield after(item, before);
    if (item.kind === "section") before = item;
    if (item.kind !== "branch" && item.kind !== "section") continue;
    for (const { at, key } of sectionsIn(item.items)) {
      yield {
        at,
        message: `The section ${key.value} stands inside another item.`,
        fix: "Put it into the flow itself; it may have a when.",
      };
    }
  }
}

function after(item: FlowItem, section: SectionItem): Found {
  const message = `This stands after the section ${section.key.value}, outside of any section.`;
  return { at: item.at, message, fix: "Put it into a section, or before the first one." };
}
