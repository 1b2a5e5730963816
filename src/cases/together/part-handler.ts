import type { Ids } from "../../platform/ids.ts";
import { derivedUuid } from "../../platform/ids.ts";
import type { Job, JobHandler } from "../../platform/job.ts";
import type { CaseStore } from "../case-store.ts";
import type { PartWork } from "./part-work.ts";

/** Tells a case what became of its sub-case: once for each of its events, in whatever order the jobs come. */
export function partHandler(house: { readonly cases: CaseStore; readonly ids: Ids }): JobHandler {
  return {
    kind: "part",
    async each(council: string, { payload }: Job) {
      // Safe: only the consequences of an event write such payloads, and they write this shape.
      const { part, of, event, stage, closed } = payload as unknown as PartWork;
      const key = derivedUuid("part", part, String(event));
      const asking = { council, caseId: of, channel: "clock", officer: null, roles: [], key } as const;
      await house.cases.apply(asking, { kind: "part", case: part, event, stage, closed });
      // What it led to was written with the case.
      return async () => undefined;
    },
  };
}
