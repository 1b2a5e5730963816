import type { Question } from "../../answers/answer-type.ts";
import type { Case } from "../../cases/case.ts";
import { awayOf } from "../../cases/together/tie.ts";
import type { Html } from "../../components/html.ts";
import { tag } from "../../components/tag.ts";
import type { Service } from "../../definition/service.ts";

/** A code as words where a definition has no title for it: `no-defect` as `No defect`. */
export function wordsOf(code: string): string {
  const words = code.replaceAll(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a question is called at the head of a column or above a box. */
export function questionWords({ label, ask }: Pick<Question, "label" | "ask">): string {
  const words = label ?? ask;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function stageTitle(service: Service | undefined, stage: string): string {
  return service?.case.stages.get(stage)?.title ?? wordsOf(stage);
}

export function stageTag(service: Service | undefined, item: Pick<Case, "stage" | "closedAt"> & Partial<Pick<Case, "ties">>): Html {
  const away = awayOf({ ties: item.ties ?? null });
  if (away !== undefined) return tag({ text: away.kind === "moved-to" ? "Moved" : "Duplicate", classes: "govuk-tag--grey" });
  return tag({ text: stageTitle(service, item.stage), classes: item.closedAt === null ? "govuk-tag--blue" : "govuk-tag--green" });
}

const PRIORITY_COLOURS: Readonly<Record<string, string>> = { emergency: "govuk-tag--red", high: "govuk-tag--orange" };

/** A priority in words; what should be seen from afar is coloured too. */
export function priorityTag(priority: string): Html | string {
  const colour = PRIORITY_COLOURS[priority];
  return colour === undefined ? wordsOf(priority) : tag({ text: wordsOf(priority), classes: colour });
}
