import type { Case } from "../../../cases/case.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import { mainOf } from "../../../cases/together/tie.ts";
import { insetText } from "../../../components/inset-text.ts";
import type { Slot } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { inLanguage } from "../../../definition/in-language.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { Visit } from "../../shared/visit.ts";

/** The main case that a duplicate follows, as far as the duplicate's person may see it: where it stands, and its steps without anybody's words. */
export interface Followed {
  readonly item: Pick<Case, "stage" | "openedAt" | "dueAt" | "closedAt" | "clock" | "priority" | "requests">;
  readonly service: PublishedService;
  readonly events: readonly StoredEvent[];
}

/** What a case follows: two statements where it is a duplicate, none where it is not. */
export async function followedBy(context: Context, { language }: Visit, item: Case): Promise<Followed | undefined> {
  const tie = mainOf(item);
  const main = tie && (await context.cases.byId(item.council, tie.case));
  const service = main && (await context.councils.version(main.council, main.service, main.version));
  if (main === undefined || service === undefined) return undefined;
  const events = await context.cases.events(main.council, main.id);
  const steps = events.filter(({ kind }) => kind === "acted").map((event) => ({ ...event, personal: null }));
  const { stage, openedAt, dueAt, closedAt, clock, priority, requests } = main;
  const stands = { stage, openedAt, dueAt, closedAt, clock, priority, requests };
  return { item: stands, service: inLanguage(service, language), events: steps };
}

/** The history of a duplicate with the steps of the case that it follows, from when it came in, each in its time. */
export function withFollowed(events: readonly StoredEvent[], followed: Followed | undefined): readonly StoredEvent[] {
  const since = events[0]?.at;
  if (followed === undefined || since === undefined) return events;
  return [...events, ...followed.events.filter(({ at }) => at >= since)].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

export function followedPart({ words }: Visit, followed: Followed | undefined): Slot {
  return followed !== undefined && insetText({ text: words.sameAsAnother });
}
