import type { Condition } from "./condition.ts";
import type { Fee } from "./form.ts";
import { listAt, numberAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";
import type { Conditions } from "./model-conditions.ts";

/** An amount as a rule can write it: to the penny, and no more than anybody pays. */
function pounds(amount: number | undefined): number {
  return amount !== undefined && amount > 0 && amount < 1e9 ? Math.round(amount * 100) / 100 : 0;
}

/** A payment of the Defra forms designer, in pounds: the first amount whose condition holds, else the plain one. */
export function paymentOf(component: Json, conditions: Conditions): readonly Fee[] {
  if (textAt(component, "type") !== "PaymentField") return [];
  const cases = listAt(component, "options", "conditionalAmounts").map((each) => ({
    when: conditions.named(textAt(each, "condition")),
    pounds: pounds(numberAt(each, "amount")),
  }));
  return [{ cases, otherwise: pounds(numberAt(component, "options", "amount")) }];
}

/** The fees of an XGov form, in pence: each counts where its condition holds, some times over. */
export function feesOf(form: Json, conditions: Conditions): readonly Fee[] {
  return listAt(form, "fees").map((fee) => {
    const amount = pounds((numberAt(fee, "amount") ?? 0) / 100);
    const [condition, times] = [textAt(fee, "condition"), textAt(fee, "multiplier")];
    const always = { cases: [], otherwise: amount };
    const part = condition === "" ? always : { cases: [{ when: conditions.named(condition), pounds: amount }], otherwise: 0 };
    return times === "" ? part : { ...part, times: times.split(".").at(-1) ?? times };
  });
}

export function withConditions(fees: readonly Fee[], change: (condition: Condition) => Condition): readonly Fee[] {
  return fees.map((fee) => ({ ...fee, cases: fee.cases.map(({ when, pounds }) => ({ when: change(when), pounds })) }));
}
