import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Problem } from "../../../answers/answer-type.ts";
import type { Context } from "../../../context.ts";
import type { Officer } from "../../../people/officer.ts";
import { revokeSession, startSession } from "../../../people/sessions.ts";
import { signIn } from "../../../people/sign-in.ts";
import { dropCookie, readCookie, setCookie } from "../../../platform/http/cookies.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { FormScope } from "../../../platform/http/form-keys.ts";
import { newFormKey, readFormKey } from "../../../platform/http/form-keys.ts";
import { addressKey } from "../../../platform/http/rate-limits.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import type { Visit } from "../../shared/visit.ts";
import { visitOf } from "../../shared/visit.ts";
import { checkDeskKey, deskOf, SESSION_COOKIE } from "../desk.ts";
import { SEARCH_COOKIE } from "../worklist/search-words.ts";
import { localAddress } from "./local-address.ts";
import type { SignInPage } from "./sign-in-page.ts";
import { signInPage } from "./sign-in-page.ts";

// Who is wrong about what is never said: neither that an officer exists, nor that they are locked out.
const WRONG = { field: "email", code: "sign-in-wrong", message: "Check your email address and password" };

function scopeOf(visit: Visit): FormScope {
  return { secret: visit.jar.secret, council: visit.council.id, visitor: "", purpose: "sign-in" };
}

function show(context: Context, visit: Visit, given: Partial<SignInPage>): string {
  const key = newFormKey(scopeOf(visit), context.ids.uuid(visit.now));
  return signInPage(visit, { key, email: "", to: "/desk", problems: [], signedOut: false, ...given });
}

async function showSignIn(context: Context, request: FastifyRequest, reply: FastifyReply) {
  const visit = await visitOf(context, request);
  const to = localAddress(oneText(request.query, "to"));
  const here = await deskOf(context, request).catch(() => undefined);
  if (here !== undefined) return reply.redirect(to, 303);
  return show(context, visit, { to, signedOut: oneText(request.query, "out") !== "" });
}

interface Typed {
  readonly email: string;
  readonly password: string;
}

function missing({ email, password }: Typed): readonly Problem[] {
  const problems: Problem[] = [];
  if (email.trim() === "") problems.push({ field: "email", code: "answer-missing", message: "Enter your email address" });
  if (password === "") problems.push({ field: "password", code: "answer-missing", message: "Enter your password" });
  return problems;
}

async function officerOf(context: Context, visit: Visit, typed: Typed, address: string): Promise<Officer | undefined> {
  const council = visit.council.id;
  context.rateLimits.spend("sign-in", council, addressKey(address));
  const officer = await signIn(context, council, typed.email, typed.password);
  if (officer !== undefined) context.rateLimits.giveBack("sign-in", council, addressKey(address));
  return officer;
}

async function enter(context: Context, request: FastifyRequest, reply: FastifyReply) {
  const visit = await visitOf(context, request);
  const body = await formOf(request);
  if (readFormKey(scopeOf(visit), field(body, "key")) === undefined) throw refusal("form-not-ours");
  const typed = { email: field(body, "email"), password: field(body, "password") };
  const to = localAddress(field(body, "to"));
  const problems = missing(typed);
  const officer = problems.length > 0 ? undefined : await officerOf(context, visit, typed, request.ip);
  if (officer === undefined) {
    return reply.code(422).send(show(context, visit, { email: typed.email, to, problems: problems.length > 0 ? problems : [WRONG] }));
  }
  const before = readCookie(visit.jar, SESSION_COOKIE, request.headers.cookie, visit.now);
  if (before !== undefined) await revokeSession(context, visit.council.id, before);
  const token = await startSession(context, officer);
  return reply.header("set-cookie", setCookie(visit.jar, SESSION_COOKIE, token)).redirect(to, 303);
}

async function leave(context: Context, request: FastifyRequest, reply: FastifyReply) {
  const desk = await deskOf(context, request);
  checkDeskKey(desk, "sign-out", await formOf(request));
  await revokeSession(context, desk.visit.council.id, desk.token);
  const { jar } = desk.visit;
  return reply.header("set-cookie", [dropCookie(jar, SESSION_COOKIE), dropCookie(jar, SEARCH_COOKIE)]).redirect("/desk/sign-in?out=1", 303);
}

/** Signing in and out. */
export function signInRoutes(app: FastifyInstance, context: Context): void {
  app.get("/sign-in", (request, reply) => showSignIn(context, request, reply));
  app.post("/sign-in", (request, reply) => enter(context, request, reply));
  app.post("/sign-out", (request, reply) => leave(context, request, reply));
}
