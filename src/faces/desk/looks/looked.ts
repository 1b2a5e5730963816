import type { CaseFacts } from "../../../councils/sight.ts";
import type { Context } from "../../../context.ts";
import { isSensitive } from "../../../people/rights.ts";
import type { LookedAt, LookKind } from "../../../records/looks.ts";
import { noteLooked } from "../../../records/looks.ts";
import type { Desk } from "../desk.ts";

type Item = LookedAt & Pick<CaseFacts, "team" | "service">;

/** Notes which of these cases are sensitive and are looked at now. One statement where any is, else none. To be called before they are shown. */
export async function looked(context: Context, { visit, officer }: Desk, items: readonly Item[], what: LookKind, emergency?: string) {
  const noted = emergency === undefined ? items.filter((item) => isSensitive(visit.council, item)) : items;
  const looker = { officer: officer.id, ...(emergency === undefined ? {} : { emergency }) };
  await noteLooked(context, visit.council.id, looker, what, noted, visit.now);
}
