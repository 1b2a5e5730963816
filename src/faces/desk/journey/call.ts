import type { Context } from "../../../context.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { Draft } from "../../../drafts/draft-store.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { isUuid } from "../../../platform/ids.ts";
import type { Desk } from "../desk.ts";

/** A journey that an officer makes with a person: by phone, at the desk, from a letter. */
export interface Call {
  readonly desk: Desk;
  readonly draft: Draft;
  readonly service: PublishedService;
}

/** The officer's own journey. Throws `journey-not-found`, for another officer's and for a resident's too. */
export async function callOf(context: Context, desk: Desk, id: string): Promise<Call> {
  const council = desk.visit.council.id;
  const draft = isUuid(id) ? await context.drafts.load(council, id) : undefined;
  const service = draft && (await context.councils.version(council, draft.service, draft.version));
  if (draft === undefined || service === undefined || draft.officer !== desk.officer.id) throw refusal("journey-not-found");
  return { desk, draft, service };
}

export function callAddress({ draft }: Call, place = ""): string {
  return `/desk/journeys/${draft.id}${place}`;
}

export function callPurpose({ draft }: Call): string {
  return `journey:${draft.id}`;
}
