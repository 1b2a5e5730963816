import { poundsAndPence, timesAsMuch } from "./figures.ts";

/** What published sources say of the cost of one transaction, in pence. Shown beside a council's own costs, never used in their place. */
export const PUBLISHED_AUDITS = {
  strategy: { desk: 1016, web: 20, deskTimesPhone: 3, source: "An audit published in a county council's digital strategy" },
  press: { desk: 223, web: 73, source: "The MJ, 2012, “Single portal boosts customer contact”" },
} as const;

/** What an audit that compares only says: the least whole pence that the compared channel must be under. */
export function mustBeUnder(amount: number, times: number): number {
  return Math.ceil(amount / times);
}

/** The sentences that a page shows about published costs. */
export function publishedSentences(): readonly string[] {
  const { strategy, press } = PUBLISHED_AUDITS;
  const under = poundsAndPence(mustBeUnder(strategy.desk, strategy.deskTimesPhone));
  return [
    `${strategy.source} gives ${poundsAndPence(strategy.desk)} for a visit to a desk and ${poundsAndPence(strategy.web)} online: a visit costs ${timesAsMuch(strategy.desk, strategy.web)} times as much.`,
    `It gives no figure for the phone. It says only that a visit costs more than three times as much as a phone call, so a call costs under ${under}.`,
    `Another council's figures are ${poundsAndPence(press.desk)} for a visit and ${poundsAndPence(press.web)} online (${press.source}). Costs differ between councils, so each council sets its own.`,
  ];
}
