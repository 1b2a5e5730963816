import { LAW_CLOCKS } from "../law-clocks.ts";
import type { Outline } from "../outline.ts";
import type { TextNode } from "../yaml/node.ts";
import { entriesAt, mapAt, textNodeAt } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";

/** Whether the start page promises what the rest of the definition keeps. */
export const PROMISE_CHECKS: readonly Check[] = [
  {
    code: "promise-unlike-deadline",
    severity: "advice",
    about: "The start page says how long the council takes, and no deadline is of that length.",
    example: { right: "takes: We answer within 2 working days.", wrong: "takes: We answer within 3 working days." },
    find: unlikeDeadline,
  },
  {
    code: "cost-unlike-fee",
    severity: "warning",
    about: "The start page says that the service is free and there is a fee, or names a price and there is none.",
    example: { right: "cost: £3 a week", wrong: "cost: Free" },
    *find(outline) {
      const cost = textNodeAt(mapAt(outline.root, "start"), "cost");
      if (cost === undefined) return;
      const free = /^(?:it is |this is )?free\b|^nothing\b/i.test(cost.value.trim());
      if (free && outline.fee !== undefined && outline.fee.value.trim() !== "0")
        yield {
          at: cost,
          message: "The start page says that this is free, but there is a fee.",
          fix: "Say what it costs, or take the fee out.",
        };
      if (!free && outline.fee === undefined && /£\s?\d/.test(cost.value))
        yield { at: cost, message: "The start page names a price, but there is no fee.", fix: "Add fee, or say who is paid instead." };
    },
  },
];

const LENGTH = /\b(\d+) (working hour|hour|working day|day|week|month)s?\b/g;

function* unlikeDeadline(outline: Outline): Iterable<Found> {
  const takes = textNodeAt(mapAt(outline.root, "start"), "takes");
  const promised = takes === undefined ? [] : lengthsIn(takes);
  const kept = [...entriesAt(mapAt(outline.root, "case"), "deadline").values()].flatMap(({ value }) =>
    value.kind === "text" ? [...lengthsIn(value), ...lengthsOfLaw(value.value)] : [],
  );
  if (takes === undefined || promised.length === 0 || kept.length === 0 || promised.some((length) => kept.includes(length))) return;
  const message = `The start page says ${promised.join(" and ")}; the deadlines are ${kept.join(" and ")}.`;
  yield { at: takes, message, fix: "Let both say the same." };
}

function lengthsIn({ value }: TextNode): readonly string[] {
  return [...value.matchAll(LENGTH)].map(([, amount = "", unit = ""]) => `${amount} ${unit}${amount === "1" ? "" : "s"}`);
}

/** What a law's clock comes to, in the units in which people say it. */
function lengthsOfLaw(name: string): readonly string[] {
  const { amount, unit } = LAW_CLOCKS[name]?.length ?? { amount: 0, unit: "days" };
  if (amount === 0) return [];
  const words = amount === 1 ? `1 ${unit.replace(/s$/, "")}` : `${amount} ${unit}`;
  return unit === "days" && amount % 7 === 0 ? [words, `${amount / 7} weeks`] : [words];
}
