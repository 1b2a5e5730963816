import { closest } from "../../rules/closest.ts";
import { mapAt, nodeAt, textNodesOf } from "../yaml/read.ts";
import type { Check } from "./check.ts";

/** What other organisations that work on a case are shown. */
export const PARTNER_CHECKS: readonly Check[] = [
  {
    code: "partners-question-unknown",
    severity: "error",
    about: "partners-see names a question that the service does not ask.",
    example: { right: "  warn: 4 working hours before", wrong: "  partners-see: [adress]\n  warn: 4 working hours before" },
    *find(outline) {
      const known = [...outline.questions.keys()];
      for (const named of textNodesOf(nodeAt(mapAt(outline.root, "case"), "partners-see"))) {
        if (known.includes(named.value)) continue;
        const meant = closest(named.value, known);
        const fix = meant === undefined ? `Name one of ${known.join(", ")}.` : `Did you mean ${meant}?`;
        yield { at: named, message: `No question is called ${named.value}.`, fix };
      }
    },
  },
];
