import type { PublishedService } from "../../definition/service.ts";
import type { Case } from "../case.ts";
import type { SubmittedData } from "../event.ts";
import type { Prepared } from "../prepare.ts";
import { heldWords } from "./parts.ts";
import type { Plan, PlannedCase, Planned } from "./plan.ts";
import { stalePlan } from "./plan.ts";
import { awayOf, firstSent, openParts, partOf } from "./tie.ts";

/** A case as it goes on in another service. */
export interface Move {
  readonly id: string;
  readonly reference: string;
  readonly service: PublishedService;
  readonly prepared: Prepared;
  /** The journey in which an officer filled in what was missing, as it was read. */
  readonly draft?: NonNullable<PlannedCase["draft"]>;
}

/** Moves a case to another service: it is closed, and goes on in a new one with the same person, a new reference and a new deadline. */
export function moving(move: Move): Plan {
  return (item) => {
    const wrong = whyNotMoved(item, move.service);
    if (wrong !== undefined) return wrong;
    const { id, reference, service, draft } = move;
    const data = { case: id, reference, service: service.id };
    return {
      steps: [{ item, happening: { kind: "transferred", data, personal: null } }],
      opens: [{ id, reference, service, ...(draft !== undefined && { key: draft.id, draft }), happening: submittedFrom(item, move) }],
    };
  };
}

function whyNotMoved(item: Case, service: PublishedService): Planned | undefined {
  const away = awayOf(item);
  if (item.erasedAt !== null) return stalePlan("The case has been erased");
  if (away?.kind === "moved-to") return stalePlan(`The case was moved already. It goes on as ${away.reference}`);
  if (away !== undefined) return stalePlan(`The case is a duplicate of ${away.reference}. Move that one`);
  if (item.closedAt !== null) return stalePlan("The case is closed, and is moved no more");
  if (partOf(item) !== undefined) return stalePlan("A sub-case is moved with the case that it is part of");
  if (openParts(item).length > 0) return stalePlan(heldWords(item));
  if (service.id === item.service) return stalePlan("The case is of this service already");
  return undefined;
}

function submittedFrom(item: Case, { prepared }: Move): PlannedCase["happening"] {
  const { person, answers } = prepared;
  const told = prepared.data.tellBy !== "none";
  const from = { case: item.id, reference: item.reference, service: item.service, sent: firstSent(item).toISOString() };
  const data: SubmittedData = { ...prepared.data, tellBy: told ? prepared.data.tellBy : item.tellBy, from };
  // It is the same person, whatever the new service asks of them.
  const same = told ? { ...person, name: person.name ?? item.person.name, phone: person.phone ?? item.person.phone } : item.person;
  const { language } = item.person;
  return { kind: "submitted", data, personal: { answers, person: { ...same, ...(language !== undefined && { language }) } } };
}
