import type { Case } from "../cases/case.ts";
import type { Officer } from "../people/officer.ts";
import type { Planned } from "./course.ts";

/** Of so many cases, one in which a digit of a telephone number was mistaken; which one its id says, so that nothing else falls out otherwise. */
const ONE_OF = 50;

/** The person calls about a wrong digit in their number, and whoever has the case puts it right. */
export function planCorrecting(item: Case, at: Date, holder: Officer): readonly Planned[] {
  const { your_phone: phone } = item.answers;
  const number = Number.parseInt(item.id.slice(-6), 16);
  if (typeof phone !== "string" || !/\d$/.test(phone) || number % ONE_OF !== 0) return [];
  const right = `${phone.slice(0, -1)}${(Number(phone.at(-1)) + 3) % 10}`;
  const reason = "They called: the last digit was wrong";
  return [{ at, officer: holder, command: { kind: "correct", question: "your_phone", answers: { your_phone: right }, reason } }];
}
