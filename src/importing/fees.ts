import type { Condition } from "./condition.ts";
import type { Fee } from "./form.ts";
import { listAt, numberAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";
import type { Conditions } from "./model-conditions.ts";

/** A payment of the Defra forms designer, in pounds: the first amount whose condition holds, else the plain one. */
export function paymentOf(component: Json, conditions: Conditions): readonly Fee[] {
  if (textAt(component, "type") !== "PaymentField") return [];
  const cases = listAt(component, "options", "conditionalAmounts").map((each) => ({
    when: conditions.named(textAt(each, "condition")),
    pounds: numberAt(each, "amount") ?? 0,
  }));
  return [{ cases, otherwise: numberAt(component, "options", "amount") ?? 0 }];
}

/** The fees of an XGov form, in pence: each counts where its condition holds, some times over. */
export function feesOf(form: Json, conditions: Conditions): readonly Fee[] {
  return listAt(form, "fees").map((fee) => {
    const pounds = (numberAt(fee, "amount") ?? 0) / 100;
    const [condition, times] = [textAt(fee, "condition"), textAt(fee, "multiplier")];
    const amount =
      condition === "" ? { cases: [], otherwise: pounds } : { cases: [{ when: conditions.named(condition), pounds }], otherwise: 0 };
    return times === "" ? amount : { ...amount, times: times.split(".").at(-1) ?? times };
  });
}

export function withConditions(fees: readonly Fee[], change: (condition: Condition) => Condition): readonly Fee[] {
  return fees.map((fee) => ({ ...fee, cases: fee.cases.map(({ when, pounds }) => ({ when: change(when), pounds })) }));
}
