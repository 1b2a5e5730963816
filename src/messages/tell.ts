import type { Tell } from "../cases/outbox.ts";
import type { Council } from "../councils/council.ts";
import { afterQuiet } from "../councils/quiet-hours.ts";
import type { Councils } from "../councils/councils.ts";
import type { Ids } from "../platform/ids.ts";
import { outgoingMessage } from "./outgoing-message.ts";

export interface TellHouse {
  readonly councils: Pick<Councils, "get">;
  readonly ids: Ids;
  /** The address people know a council's site by. */
  readonly siteOf: (council: Council) => string;
  /** Whether there is a mail server. Without one email goes no further than the local mailbox. */
  readonly mails: boolean;
}

/** What a message tells of: one event of one case, in one template's words. */
export function causeOf(telling: { readonly case: string; readonly event: number; readonly template: string }): string {
  return `${telling.case}:${telling.event}:${telling.template}`;
}

/** Makes messages about cases with the events they tell of. */
export function teller({ councils, ids, siteOf, mails }: TellHouse): Tell {
  const tell: Tell = (service, item, event, template) => {
    const council = councils.get(item.council);
    const outgoing = council && outgoingMessage(siteOf(council), council, service, template, item, event);
    if (outgoing === undefined || outgoing === null) return null;
    const mailed = mails ? "queued" : "sent";
    return {
      id: ids.uuid(event.at),
      case_id: item.id,
      cause: causeOf({ case: item.id, event: event.number, template }),
      ...outgoing,
      state: outgoing.way === "letter" ? "to print" : mailed,
      at: event.at,
    };
  };
  return Object.assign(tell, { hold: (council: string, at: Date) => afterQuiet(councils.get(council)?.quiet, at) });
}
