import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Case } from "../../../cases/case.ts";
import { linking, unlinking } from "../../../cases/together/link.ts";
import { merging, unmerging } from "../../../cases/together/merge.ts";
import { idsOf, mainOf } from "../../../cases/together/tie.ts";
import { splitting } from "../../../cases/together/split.ts";
import type { Plan } from "../../../cases/together/plan.ts";
import type { Context } from "../../../context.ts";
import { mayOnCase } from "../../../people/rights.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { EMPTY_FORM, field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { openedCase } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, deskKey, forOfficers, mayAtDesk } from "../desk.ts";
import { typedCase } from "./beside.ts";
import type { Deed, Sent, Wrong } from "./deed.ts";
import { partAsked } from "./split-deed.ts";
import { splitPage } from "./split-page.ts";
import { beginMove } from "./begin-move.ts";
import { movePage } from "./move-page.ts";
import { linkPage } from "./link-page.ts";
import { ANOTHER, apartPage, samePage } from "./same-page.ts";
import { togetherPurpose } from "./purpose.ts";

interface Place {
  readonly Params: { readonly reference: string };
}
type Asked = FastifyRequest<Place>;

async function workedCase(context: Context, desk: Desk, request: Asked): Promise<Case> {
  const item = await openedCase(context, desk, request.params.reference);
  if (!mayOnCase(desk.officer, "cases.work", desk.visit.council, item)) throw refusal("not-permitted");
  return item;
}

async function show(context: Context, desk: Desk, deed: Deed, item: Case, body: FormBody, wrong?: Wrong) {
  const service = await context.councils.version(item.council, item.service, item.version);
  if (service === undefined) throw refusal("service-broken");
  const code = wrong?.stale === true ? "case-changed" : "answer-missing";
  const problems = wrong === undefined ? [] : [{ field: wrong.field, code, message: wrong.message }];
  return deed.page(context, desk, { item, service, key: deskKey(context, desk, togetherPurpose(item)), body, problems });
}

async function send(context: Context, desk: Desk, deed: Deed, request: Asked, reply: FastifyReply) {
  const item = await workedCase(context, desk, request);
  const body = await formOf(request);
  const key = checkDeskKey(desk, togetherPurpose(item), body);
  const wrong = await deed.send(context, desk, { item, body, key });
  if (wrong === undefined) return reply.redirect(`/desk/cases/${item.reference}#together`, 303);
  if ("next" in wrong) return reply.redirect(wrong.next, 303);
  if ("show" in wrong) return show(context, desk, deed, item, body);
  const now = (await context.cases.byId(item.council, item.id)) ?? item;
  return reply.code(wrong.stale === true ? 409 : 422).send(await show(context, desk, deed, now, body, wrong));
}

/** Does to a case and another what is planned; gives what is wrong. */
async function change(
  context: Context,
  desk: Desk,
  { item, key }: Sent,
  others: readonly string[],
  plan: Plan,
): Promise<Wrong | undefined> {
  const { officer } = desk;
  const asking = { council: item.council, caseId: item.id, channel: "desk", officer: officer.id, roles: officer.roles, key } as const;
  const changed = await context.together.change(asking, others, plan);
  if (changed.ok) {
    context.jobs.wake(item.council);
    return undefined;
  }
  const { refusal: refused } = changed;
  return { field: refused.code === "field" ? refused.field : "reference", message: refused.message, stale: refused.code !== "field" };
}

const UNKNOWN: Wrong = { field: "reference", message: "There is no case with this reference that you may see. Check the reference" };

/** The other case that a form names; what to say where there is none that the officer may see. */
async function otherCase(context: Context, desk: Desk, typed: string): Promise<Case | Wrong> {
  if (typed.trim() === "") return { field: "reference", message: "Enter the reference of the other case" };
  return (await typedCase(context, desk, typed)) ?? UNKNOWN;
}

const link: Deed = {
  path: "link",
  page: linkPage,
  async send(context, desk, sent) {
    const other = await otherCase(context, desk, field(sent.body, "reference"));
    return "message" in other ? other : change(context, desk, sent, [other.id], linking(other.id, field(sent.body, "why")));
  },
};

/** There is no page for it: what is wrong is said where another could be linked. */
const unlink: Deed = {
  path: "unlink",
  page: linkPage,
  async send(context, desk, sent) {
    const other = await otherCase(context, desk, field(sent.body, "case"));
    return "message" in other ? other : change(context, desk, sent, [other.id], unlinking(other.id));
  },
};

const same: Deed = {
  path: "same-as",
  page: samePage,
  async send(context, desk, sent) {
    const { body } = sent;
    const chosen = field(body, "same");
    if (chosen === "") return { field: "same", message: "Select which case it is the same as" };
    const other = await otherCase(context, desk, chosen === ANOTHER ? field(body, "reference") : chosen);
    if ("message" in other) return other;
    const main = mainOf(other);
    return change(context, desk, sent, [other.id, ...(main === undefined ? [] : [main.case])], merging(other.id, field(body, "why")));
  },
};

const apart: Deed = {
  path: "not-the-same",
  page: apartPage,
  send: (context, desk, sent) => change(context, desk, sent, idsOf(sent.item, "duplicate-of"), unmerging(field(sent.body, "why"))),
};

const split: Deed = {
  path: "split",
  page: splitPage,
  async send(context, desk, sent) {
    const { item } = sent;
    const base = await context.councils.version(item.council, item.service, item.version);
    if (base === undefined) throw refusal("service-broken");
    const part = partAsked(context, desk, base, sent);
    return "message" in part ? part : change(context, desk, sent, [], splitting(part));
  },
};

/** The page goes on by itself: first to what goes with the case, then to the journey in which the rest is filled in. */
const move: Deed = {
  path: "move",
  page: movePage,
  async send(context, desk, { item, body, key }) {
    const to = context.councils.service(item.council, field(body, "service"));
    const from = await context.councils.version(item.council, item.service, item.version);
    if (from === undefined) throw refusal("service-broken");
    if (to === undefined || to.case.stages.size === 0) return { field: "service", message: "Select a service" };
    if (field(body, "go") !== "on") return { show: true };
    if (!mayAtDesk(desk, "cases.start")) throw refusal("not-permitted");
    const away = item.closedAt === null ? undefined : "This case is closed, and is moved no more";
    if (away !== undefined) return { field: "service", message: away, stale: true };
    await beginMove(context, desk, { item, from, to, key });
    return { next: `/desk/journeys/${key}` };
  },
};

/** Cases that belong together: linking, merging, splitting and moving them. */
export function togetherRoutes(app: FastifyInstance, context: Context): void {
  for (const deed of [link, unlink, same, apart, split, move]) {
    const path = `/cases/:reference/together/${deed.path}`;
    app.get(
      path,
      forOfficers<Place>(context, "cases.read", async (desk, request) =>
        show(context, desk, deed, await workedCase(context, desk, request), EMPTY_FORM),
      ),
    );
    app.post(
      path,
      forOfficers<Place>(context, "cases.read", (desk, request, reply) => send(context, desk, deed, request, reply)),
    );
  }
}
