import { journeyPerson } from "../../../contact/journey-person.ts";
import type { Context } from "../../../context.ts";
import type { Channel } from "../../../councils/council.ts";
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
  /** How the person came to this officer: not always how the journey began. */
  readonly channel: Channel;
}

/** The officer's own journey, or one that its person agreed they go on with. Throws `journey-not-found`, for another officer's and for a resident's too. */
export async function callOf(context: Context, desk: Desk, id: string): Promise<Call> {
  const council = desk.visit.council.id;
  const draft = isUuid(id) ? await context.drafts.load(council, id) : undefined;
  const service = draft && (await context.councils.version(council, draft.service, draft.version));
  const channel = draft && (await channelOf(context, desk, draft));
  if (draft === undefined || service === undefined || channel === undefined) throw refusal("journey-not-found");
  return { desk, draft, service, channel };
}

/** Undefined where the journey is not the officer's to go on with. */
async function channelOf({ database }: Context, { officer, visit }: Desk, draft: Draft): Promise<Channel | undefined> {
  if (draft.officer === officer.id) return draft.channel;
  const said = await journeyPerson(database, visit.council.id, draft.id);
  return said?.officer === officer.id && said.channel !== null ? said.channel : undefined;
}

export function callAddress({ draft }: Call, place = ""): string {
  return `/desk/journeys/${draft.id}${place}`;
}

export function callPurpose({ draft }: Call): string {
  return `journey:${draft.id}`;
}
