import type { CasePlan, SubCasePlan } from "../service.ts";
import { became, compareEach, lengthInWords, quoted } from "./change.ts";
import type { Change } from "./change.ts";

/** What changes in the kinds of sub-case. */
export function diffSubCases({ subCases: before }: CasePlan, { subCases: after }: CasePlan): readonly Change[] {
  return compareEach(before, after, {
    added: (id, { title }) => [{ part: "case", words: `The kind of sub-case ${id} is added: ${quoted(title)}.` }],
    removed: (id, { title }) => [{ part: "case", words: `The kind of sub-case ${id} is removed: ${quoted(title)}.` }],
    both: (id, former, kind) => {
      const of = (what: string): string => `Of the kind of sub-case ${id}, ${what}`;
      return [
        ...became("case", of("the title"), former.title, kind.title),
        ...became("case", of("the team"), former.team, kind.team),
        ...became("case", of("how long it may take"), lengthInWords(former.deadline), lengthInWords(kind.deadline)),
        ...became("case", of("the stages"), stagesIn(former), stagesIn(kind)),
      ];
    },
  });
}

function stagesIn({ stages }: SubCasePlan): string {
  return [...stages.values()]
    .map(({ title, actions }) => {
      const ways = [...actions.values()].map(({ title: words, to, by, reason }) => `${words} to ${to} (${[...by, reason].join(", ")})`);
      return ways.length === 0 ? title : `${title}: ${ways.join("; ")}`;
    })
    .join(". ");
}
