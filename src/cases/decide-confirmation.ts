import type { Service } from "../definition/service.ts";
import type { Case } from "./case.ts";
import { timedBy } from "./clock/moves.ts";
import type { WorkCalendar } from "./clock/work-calendar.ts";
import { allConfirmed, confirmersOf, withConfirmation } from "./confirmation.ts";
import type { Decision } from "./decision.ts";

/** What is asked about somebody who must confirm: `asked` is the number of the event that sent the link they came by. An officer asks them again. */
export type ConfirmCommand =
  | { readonly kind: "confirm"; readonly person: number; readonly asked: number }
  | { readonly kind: "dispute"; readonly person: number; readonly asked: number; readonly reason: string }
  | { readonly kind: "ask"; readonly person: number };

/** When it is said, and by which calendar the council works. */
interface When {
  readonly at: Date;
  readonly calendar: WorkCalendar;
}

const LONGEST_REASON = 2000;

/** Decides what somebody who must confirm may still say, and whether an officer may ask them again. */
export function decideConfirmation(service: Service, item: Case, command: ConfirmCommand, when: When): Decision {
  const confirmation = item.confirmations?.[command.person - 1];
  if (confirmation === undefined) return refused("not-found", "Nobody is asked to confirm this");
  if (item.closedAt !== null) return refused("stale", "The case is closed");
  if (confirmation.state === "confirmed") return refused("stale", "They have confirmed already");
  if (command.kind === "ask") return { ok: true, happening: { kind: "asked", data: { person: command.person }, personal: null } };
  if (confirmation.asked !== command.asked) return refused("stale", "A newer link was sent, and this one opens no more");
  if (confirmation.state === "disputed") return refused("stale", "They have answered already");
  return command.kind === "confirm" ? confirm(service, item, command.person, when) : dispute(service, item, command);
}

function refused(code: "stale" | "not-found", message: string): Decision {
  return { ok: false, refusal: { code, message } };
}

/** The last to confirm moves the case on, unless an officer has moved it before. */
function confirm(service: Service, item: Case, person: number, { at, calendar }: When): Decision {
  const completes = allConfirmed(withConfirmation(item.confirmations, person, { state: "confirmed" }));
  const to = completes && item.stage === service.case.first ? (service.confirm?.to ?? null) : null;
  const timed = to === null ? {} : timedBy(service, item, { to }, at, calendar, false);
  return { ok: true, happening: { kind: "confirmed", data: { person, to, ...timed }, personal: null } };
}

function dispute(service: Service, item: Case, { person, reason }: Extract<ConfirmCommand, { kind: "dispute" }>): Decision {
  const text = reason.trim();
  if (text === "") return wrong("Enter what is not right");
  if (text.length > LONGEST_REASON) return wrong(`What is not right must be ${LONGEST_REASON.toLocaleString("en-GB")} characters or fewer`);
  const name = confirmersOf(service, item.answers)[person - 1]?.name ?? "";
  return { ok: true, happening: { kind: "disputed", data: { person }, personal: { name, reason: text } } };
}

function wrong(message: string): Decision {
  return { ok: false, refusal: { code: "field", field: "reason", message } };
}
