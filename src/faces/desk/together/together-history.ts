import type { StoredEvent } from "../../../cases/event.ts";
import { eventData, eventText } from "../../shared/event-words.ts";
import type { CaseSheet } from "../case/case-sheet.ts";

/** What happened to a case because of another, in a sentence without its full stop. Of a case that the officer may not see nothing is said. */
export function togetherTold(
  sheet: CaseSheet,
  event: StoredEvent,
  who: string,
): { readonly title: string; readonly text?: string } | undefined {
  const other = otherOf(sheet, event);
  switch (event.kind) {
    case "linked":
      return {
        title: `${who} linked ${other ?? "a case that you may not see"}`,
        text: other === undefined ? "" : eventText(event, "text"),
      };
    case "unlinked":
      return { title: `${who} unlinked ${other ?? "a case that you may not see"}` };
    default:
      return undefined;
  }
}

/** The reference of the other case, where the officer may see it. */
function otherOf({ seen }: CaseSheet, event: StoredEvent): string | undefined {
  const data = eventData(event);
  return seen.has(String(data["case"])) ? String(data["reference"]) : undefined;
}
