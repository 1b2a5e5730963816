import type { ToldOutcome } from "../journey/tell-outcome.ts";

/** An outcome as lines of plain text: what is worked out first, then its words and lists. */
export function outcomeLines({ title, body, figures, bring, next, links, source }: ToldOutcome): readonly string[] {
  const worked = figures.map(({ label, text }) => `${label}: ${text}`);
  const lists = [...part("What to bring", bring), ...part("What to do next", next), ...part("Links", links)];
  const from = source === undefined ? [] : ["", `Source: ${source}`];
  return [title, ...part("Worked out", worked), "", body.trim(), ...lists, ...from, "", "It ends here, with no case."];
}

function part(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", heading, ...lines.map((line) => `- ${line}`)];
}
