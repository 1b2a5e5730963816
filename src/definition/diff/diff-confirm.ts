import type { Service } from "../service.ts";
import { became, lengthInWords } from "./change.ts";
import type { Change } from "./change.ts";

/** What changes for others who must confirm. */
export function diffConfirm({ confirm: before }: Service, { confirm: after }: Service): readonly Change[] {
  return [
    ...became("case", "The question that names those who must confirm", before?.people, after?.people),
    ...became("case", "What they declare", before?.declare, after?.declare),
    ...became("case", "The answers that they see", before?.shows.join(", "), after?.shows.join(", ")),
    ...became("case", "How long their link works", days(before?.days), days(after?.days)),
    ...became("case", "After how long they are reminded", days(before?.remind), days(after?.remind)),
    ...became("case", "The stage to which the case moves once all have confirmed", before?.to, after?.to),
  ];
}

function days(amount: number | undefined): string | undefined {
  if (amount === undefined) return undefined;
  return amount === 0 ? "never" : lengthInWords({ amount, unit: "days" });
}
