import type { Ids } from "../../platform/ids.ts";
import { derivedUuid } from "../../platform/ids.ts";
import type { Job, JobHandler } from "../../platform/job.ts";
import type { StoredEvent } from "../event.ts";
import type { CaseStore } from "../case-store.ts";
import type { PartWork } from "./part-work.ts";

/** Why a sub-case was closed. The job does not hold it: it may be personal. */
function reasonOf(events: readonly StoredEvent[], event: number): string {
  const reason = events.find(({ number }) => number === event)?.personal?.["reason"];
  return typeof reason === "string" ? reason : "";
}

/** Tells a case what became of its sub-case: once for each of its events, in whatever order the jobs come. */
export function partHandler(house: { readonly cases: CaseStore; readonly ids: Ids }): JobHandler {
  return {
    kind: "part",
    async each(council: string, { payload }: Job) {
      // Safe: only the consequences of an event write such payloads, and they write this shape.
      const { part, of, event, stage, closed } = payload as unknown as PartWork;
      const key = derivedUuid("part", part, String(event));
      const asking = { council, caseId: of, channel: "clock", officer: null, roles: [], key } as const;
      const reason = reasonOf(await house.cases.events(council, part), event);
      await house.cases.apply(asking, { kind: "part", case: part, event, stage, closed, reason });
      // What it led to was written with the case.
      return async () => undefined;
    },
  };
}
