import type { FastifyReply, FastifyRequest } from "fastify";

import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { inLanguage } from "../../../definition/in-language.ts";
import type { Language } from "../../../language/language.ts";
import type { PublishedService, Screen } from "../../../definition/service.ts";
import type { Draft } from "../../../drafts/draft-store.ts";
import { readCookie, setCookie } from "../../../platform/http/cookies.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { FormScope } from "../../../platform/http/form-keys.ts";
import { newFormKey, readFormKey } from "../../../platform/http/form-keys.ts";
import { isUuid } from "../../../platform/ids.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import type { Visit } from "../../shared/visit.ts";
import { visitIn } from "../../shared/visit.ts";

/** A visit to a journey: which draft this browser holds, and the version it is pinned to. */
export interface Trip {
  readonly visit: Visit;
  /** In the language that the reader has it in. */
  readonly service: PublishedService;
  /** The same as it was published: versions are compared in English, whatever the reader's language. */
  readonly pinned: PublishedService;
  /** The draft's id. */
  readonly draft: string;
}

function cookieOf(service: string): string {
  return `journey-${service}`;
}

/** Which draft of a service this browser holds, if any. The cookie carries the version too, so that posting an answer needs no look-up. */
export function heldDraft(visit: Visit, request: FastifyRequest, service: string): { draft: string; version: number } | undefined {
  const [draft, version] = readCookie(visit.jar, cookieOf(service), request.headers.cookie, visit.now)?.split(" ") ?? [];
  return isUuid(draft) ? { draft, version: Number(version) } : undefined;
}

export function holdDraft(visit: Visit, reply: FastifyReply, draft: Pick<Draft, "id" | "service" | "version" | "days">): void {
  const expires = new Date(visit.now.getTime() + draft.days * 86_400_000);
  void reply.header("set-cookie", setCookie(visit.jar, cookieOf(draft.service), `${draft.id} ${draft.version}`, { expires }));
}

/** The trip that a request belongs to. Throws `journey-not-found` when this browser holds no draft of the service. */
export async function tripOf(context: Context, visit: Visit, request: FastifyRequest, service: string): Promise<Trip> {
  const held = heldDraft(visit, request, service);
  const pinned = held && (await context.councils.version(visit.council.id, service, held.version));
  if (held === undefined || pinned === undefined) throw refusal("journey-not-found");
  return tripIn(context, { visit, pinned, draft: held.draft }, visit.language);
}

/** A trip in a language. A service that has no Welsh is had in English as a whole, also by who chose Welsh. */
export function tripIn(context: Context, { visit, pinned, draft }: Omit<Trip, "service">, language: Language): Trip {
  const service = inLanguage(pinned, language);
  return { visit: visitIn(context, visit, service.language ?? "en"), service, pinned, draft };
}

/** The trip's draft. Throws `journey-not-found` when it is gone. */
export async function draftOf(context: Context, trip: Trip): Promise<Draft> {
  return orGone(await context.drafts.load(trip.visit.council.id, trip.draft));
}

/** The same for the page that an answer leads to: what was saved a moment ago is not read again. */
export async function draftAfterSave(context: Context, trip: Trip): Promise<Draft> {
  return orGone(await context.drafts.afterSave(trip.visit.council.id, trip.draft));
}

function orGone(draft: Draft | undefined): Draft {
  if (draft === undefined) throw refusal("journey-not-found");
  return draft;
}

export function screenNamed(service: PublishedService, id: string): Screen {
  const screen = service.screens.get(id);
  if (screen === undefined) throw refusal("page-not-found");
  return screen;
}

function scopeOf(trip: Trip): FormScope {
  return { secret: trip.visit.jar.secret, council: trip.visit.council.id, visitor: trip.draft, purpose: "journey" };
}

/** The hidden key of the trip's forms. The draft is the one-time key itself: whatever is posted twice lands in the same place. */
export function tripKey(trip: Trip): string {
  return newFormKey(scopeOf(trip), trip.draft);
}

export function checkTripKey(trip: Trip, posted: unknown): void {
  if (readFormKey(scopeOf(trip), posted) === undefined) throw refusal("form-not-ours");
}

/** Which version a page of the journey was made by, so that an answer to it is taken as what was asked. */
export function versionField({ service }: Trip): Html {
  return html`<input type="hidden" name="at-version" value="${service.version}">`;
}

/** Undefined where the form does not say. */
export function shownVersion(body: FormBody): number | undefined {
  const posted = field(body, "at-version");
  return /^[1-9]\d{0,8}$/.test(posted) ? Number(posted) : undefined;
}

export function addressOf(service: PublishedService, place = ""): string {
  return `/services/${service.id}/journey${place === "" ? "" : `/${place}`}`;
}
