import type { Case } from "../../../cases/case.ts";
import { casesHanded } from "../../../cases/partner-cases.ts";
import { isOffered } from "../../../cases/actions/facts.ts";
import { readReference } from "../../../cases/reference.ts";
import type { Context } from "../../../context.ts";
import type { Action, PublishedService, Service, Stage } from "../../../definition/service.ts";
import { handedTo, isHandedTo } from "../../../people/rights.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { hasPage } from "../actions/asks-part.ts";
import type { Desk } from "../desk.ts";

/** A case handed to a partner, with its definition. */
export interface Handed {
  readonly item: Case;
  readonly service: PublishedService;
}

function rolesAt(stage: Stage | undefined): readonly string[] {
  return [...(stage?.actions.values() ?? [])].flatMap(({ by }) => by);
}

async function withService(context: Context, desk: Desk, item: Case): Promise<readonly Handed[]> {
  const { council } = desk.visit;
  const service = await context.councils.version(council.id, item.service, item.version);
  if (service === undefined || item.closedAt !== null) return [];
  return isHandedTo(desk.officer, council, item, rolesAt(service.case.stages.get(item.stage))) ? [{ item, service }] : [];
}

/** The open cases handed to the partner that the officer works for: one statement. */
export async function allHanded(context: Context, desk: Desk): Promise<readonly Handed[]> {
  const { council } = desk.visit;
  const handed = handedTo(desk.officer, council);
  if (handed === undefined) return [];
  const stages = context.councils
    .known(council.id)
    .flatMap((service) =>
      [...service.case.stages.values()].flatMap((stage) =>
        rolesAt(stage).some((role) => handed.roles.includes(role)) ? [{ service: service.id, stage: stage.id }] : [],
      ),
    );
  const found = await casesHanded(context.database, council.id, handed.teams, stages);
  return (await Promise.all(found.map((item) => withService(context, desk, item)))).flat();
}

/** Says nothing of a case that is not handed to them, as of one that there is not. */
export function notHanded() {
  return refusal("case-not-found", { detail: "Check the reference. You can open only the cases that were handed to you." });
}

/** The case of a reference, and what it is handed with: undefined where it is not handed to them now. */
export async function findHanded(context: Context, desk: Desk, typed: string) {
  const reference = readReference(typed);
  const item = reference === undefined ? undefined : await context.cases.byReference(desk.visit.council.id, reference);
  const [handed] = item === undefined ? [] : await withService(context, desk, item);
  return { item, handed };
}

/** The handed case of a reference. Throws `case-not-found` for any other. */
export async function openedHanded(context: Context, desk: Desk, typed: string): Promise<Handed> {
  const { handed } = await findHanded(context, desk, typed);
  if (handed === undefined) throw notHanded();
  return handed;
}

/** What of a case a partner is shown: answers to questions that ask nothing personal, and those that the service says a partner needs. */
export function questionsShown({ case: { partnersSee = [] }, questions }: Service) {
  return [...questions.values()].filter(({ id, personal }) => !personal || partnersSee.includes(id));
}

/** The actions of its stage that name one of the officer's roles. What asks more on a further page is the council's own. */
export function actionsHanded({ officer, visit }: Desk, { item, service }: Handed): readonly Action[] {
  const actions = service.case.stages.get(item.stage)?.actions.values() ?? [];
  return [...actions].filter(
    (action) => action.by.some((role) => officer.roles.includes(role)) && !hasPage(action) && isOffered(service, item, action, visit.today),
  );
}
