import type { StoredEvent } from "../../../cases/event.ts";
import { othersIn } from "./others-in.ts";
import { eventData, eventText } from "../../shared/event-words.ts";
import { stageTitle } from "../case-words.ts";
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
        title: `${who} linked ${other ?? HIDDEN}`,
        text: other === undefined ? "" : eventText(event, "text"),
      };
    case "unlinked":
      return { title: `${who} unlinked ${other ?? HIDDEN}` };
    case "split":
      return {
        title: `${who} made a sub-case for another team: ${other ?? HIDDEN}`,
        text: other === undefined ? "" : eventText(event, "text"),
      };
    case "part-closed":
      return {
        title: `The sub-case ${other ?? "that you may not see"} is closed${partStage(sheet, event)}`,
        text: eventText(event, "text"),
      };
    case "part-reopened":
      return { title: `The sub-case ${other ?? "that you may not see"} is open again` };
    case "transferred":
      return { title: `${who} moved it to another service. It goes on as ${other ?? HIDDEN}` };
    case "merged":
      return { title: `${who} closed it as a duplicate of ${other ?? HIDDEN}`, text: eventText(event, "text") };
    case "unmerged":
      return { title: `${who} opened it again: not the same as ${other ?? HIDDEN} after all`, text: eventText(event, "text") };
    case "joined": {
      const wrote = eventData(event)["wrote"] === true ? ". A person wrote there, and waits for an answer" : "";
      return { title: `${who} said that this is the same: ${joinedIn(sheet, event)}${wrote}` };
    }
    case "parted":
      return { title: `${who} said that ${other ?? HIDDEN} is not the same after all` };
    case "follower-wrote":
      return { title: `The person of the duplicate ${other ?? HIDDEN} wrote. Read it and answer there` };
    default:
      return undefined;
  }
}

/** At which stage a sub-case was closed. */
function partStage({ beside }: CaseSheet, event: StoredEvent): string {
  const data = eventData(event);
  const part = beside.find(({ item }) => item.id === data["case"]);
  return part === undefined ? "" : `: ${stageTitle(part.service, String(data["stage"])).toLowerCase()}`;
}

const HIDDEN = "a case that you may not see";

function joinedIn({ seen }: CaseSheet, event: StoredEvent): string {
  return othersIn(event)
    .map((other) => (seen.has(other.case) ? other.reference : HIDDEN))
    .join(", ");
}

/** The reference of the other case, where the officer may see it. */
function otherOf({ seen }: CaseSheet, event: StoredEvent): string | undefined {
  const data = eventData(event);
  return seen.has(String(data["case"])) ? String(data["reference"]) : undefined;
}
