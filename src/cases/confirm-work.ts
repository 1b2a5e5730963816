import type { ConfirmPlan, Service } from "../definition/service.ts";
import { dayOf } from "../platform/clock.ts";
import { addDays, startOfDay } from "./calendar.ts";
import type { Case } from "./case.ts";
import { allConfirmed } from "./confirmation.ts";
import type { CaseEvent } from "./event.ts";

/** Whom to email a link by which they confirm. */
export interface AskWork {
  /** The case. */
  readonly confirm: string;
  /** From 1, as they are named. */
  readonly person: number;
  /** The number of the event that asks them. */
  readonly asked: number;
  /** When the link stops working; ISO instant. */
  readonly until: string;
  /** They were sent a link before, and have not answered. */
  readonly again?: boolean;
}

/** What to email the team of a case about. */
export interface TeamWork {
  /** The case. */
  readonly team: string;
  readonly news: "confirmed" | "disputed";
}

/** An email to write to the outbox. */
export interface ConfirmMail {
  readonly kind: "mail";
  readonly payload: AskWork | TeamWork;
  /** When to send it, where that is not at once. */
  readonly at?: Date;
}

/** The emails that follow from an event where others must confirm: to those who are asked, each once more later, and to the team. */
export function confirmWork({ confirm }: Service, item: Case, event: CaseEvent): readonly ConfirmMail[] {
  if (confirm === undefined || item.confirmations === null) return [];
  switch (event.kind) {
    case "submitted":
      return item.confirmations.flatMap((_, index) => askWork(confirm, item, event, index + 1));
    case "asked":
      return askWork(confirm, item, event, event.data.person);
    case "confirmed":
      return allConfirmed(item.confirmations) ? [teamWork(item, "confirmed")] : [];
    case "disputed":
      return [teamWork(item, "disputed")];
    default:
      return [];
  }
}

/** Whether somebody still waits is looked at when the reminder is due. */
function askWork({ days, remind }: ConfirmPlan, item: Case, event: CaseEvent, person: number): readonly ConfirmMail[] {
  const until = startOfDay(addDays(dayOf(event.at), days + 1)).toISOString();
  const work: AskWork = { confirm: item.id, person, asked: event.number, until };
  const first: ConfirmMail = { kind: "mail", payload: work };
  if (remind === 0) return [first];
  const at = new Date(event.at.getTime() + remind * DAY);
  return [first, { kind: "mail", payload: { ...work, again: true }, at }];
}

function teamWork(item: Case, news: TeamWork["news"]): ConfirmMail {
  return { kind: "mail", payload: { team: item.id, news } };
}

const DAY = 86_400_000;
