import type { Case } from "../case.ts";
import type { Asking, CaseStore } from "../case-store.ts";
import type { ReplyCommand } from "../replied.ts";
import { followerWrites } from "./merge.ts";
import { idsOf } from "./tie.ts";
import type { TogetherStore } from "./together-store.ts";

interface Stores {
  readonly cases: CaseStore;
  readonly together: TogetherStore;
}

/** The person of a case writes: to their own, and where it is a duplicate the case that it is the same as is told. */
export async function personWrites({ cases, together }: Stores, item: Case, asking: Asking, command: ReplyCommand) {
  const main = idsOf(item, "duplicate-of");
  return main.length === 0 ? cases.apply(asking, command) : together.change(asking, main, followerWrites(command));
}
