import { changedMeanings } from "../definition/diff/diff-services.ts";
import { PARTS } from "../definition/diff/change.ts";
import type { Change } from "../definition/diff/change.ts";

/** What changes, under a heading for each part of the definition, and then what it means for journeys under way. */
export function diffLines(changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return ["Nothing changes."];
  const parts = Object.entries(PARTS).flatMap(([part, heading]) => {
    const own = changes.filter((change) => change.part === part);
    return own.length === 0 ? [] : ["", heading, "-".repeat(heading.length), ...own.map(({ words }) => `- ${words}`)];
  });
  const heading = "Journeys under way";
  return [
    `${changes.length} ${changes.length === 1 ? "change" : "changes"}`,
    ...parts,
    "",
    heading,
    "-".repeat(heading.length),
    ...draftLines(changes),
  ];
}

function draftLines(changes: readonly Change[]): readonly string[] {
  const meanings = changedMeanings(changes);
  const stay =
    "Cases stay on the version they were sent on. A journey that is not sent yet moves on when its person comes back, unless an answer would mean something else:";
  const effects = changes.flatMap(({ words, drafts }) => (drafts === undefined ? [] : [`- ${words} ${drafts}`]));
  const answered =
    meanings.length === 0
      ? "No question that both ask has changed its meaning: answers that are given still hold."
      : `These questions have changed their meaning, so their answers do not carry over: ${meanings.join(", ")}.`;
  return effects.length === 0 ? [answered] : [answered, stay, ...effects];
}
