import type { Fee, Loss } from "./form.ts";
import type { Written } from "./flow-text.ts";
import type { NamedQuestions } from "./named-form.ts";

/** What is to be paid, in pounds, as one rule; undefined where nothing is. */
export function feeRule(fees: readonly Fee[], written: Written, questions: NamedQuestions, losses: Loss[]): string | undefined {
  const parts = fees.map((fee) => part(fee, written, questions, losses)).filter((each) => each !== undefined);
  return parts.length < 2 ? parts[0] : parts.map((each) => (each.startsWith("if ") ? `(${each})` : each)).join(" + ");
}

function part(fee: Fee, written: Written, questions: NamedQuestions, losses: Loss[]): string | undefined {
  const amount = (pounds: number): string => times(pounds, fee, written, questions, losses);
  let rule = amount(fee.otherwise);
  for (const { when, pounds } of fee.cases.toReversed()) {
    const holds = written.rule(when, "the fee");
    if (holds === true) rule = amount(pounds);
    else if (holds !== false) rule = `if ${holds} then ${amount(pounds)} else ${rule}`;
    else losses.push(neverTaken(pounds, fee));
  }
  return rule === "0" ? undefined : rule;
}

function neverTaken(pounds: number, { times }: Fee): Loss {
  const often = times === undefined ? "" : ` for each of ${times.slice(0, 60)}`;
  return { kind: "left", at: "the fee", says: `£${pounds}${often} is never taken: nobody whom its condition holds for comes to the end.` };
}

function times(pounds: number, fee: Fee, written: Written, questions: NamedQuestions, losses: Loss[]): string {
  if (fee.times === undefined || pounds === 0) return String(pounds);
  const question = questions.get(fee.times);
  if (question?.asked.type === "number" && written.asked.has(fee.times))
    return `(if is defined(${question.id}) then ${pounds === 1 ? "" : `${pounds} * `}${question.id} else 0)`;
  losses.push({
    kind: "routing",
    at: "the fee",
    says: `It was taken as many times as ${fee.times.slice(0, 60)} says, which is no number asked here. It is taken once.`,
  });
  return String(pounds);
}
