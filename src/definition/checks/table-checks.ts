import type { Outline } from "../outline.ts";
import { gapBetween } from "../reasoning/gap.ts";
import type { Check, Found } from "./check.ts";

const FEE = "fee: if count(extras) > 1 then 5 else 3";

function table(text: string, fee = "price"): { right: string; wrong: string } {
  return { right: FEE, wrong: `fee: ${fee}\ntables:\n${text}` };
}

/** Decision tables: their names and their rows. What is wrong inside a row's rules is among the checks of rules. */
export const TABLE_CHECKS: readonly Check[] = [
  {
    code: "table-rows",
    severity: "error",
    about: "A table says that at most one of its rows can hold, and two of them can.",
    example: table("  price: { hit: unique, rows: [{ when: height < 3, gives: 3 }, { when: height < 5, gives: 5 }] }"),
  },
  {
    code: "table-name-taken",
    severity: "error",
    about: "A table has the name of a question.",
    example: table("  height: { hit: first, rows: [{ when: height > 3, gives: 1 }] }", "3"),
  },
  {
    code: "table-gap",
    severity: "warning",
    about: "There are answers for which no row of a table holds, and the table does not say what it gives otherwise.",
    example: {
      right: FEE,
      wrong:
        "fee: price\ntables:\n  price: { hit: first, rows: [{ when: count(extras) > 1, gives: 5 }, { when: count(extras) < 1, gives: 3 }] }",
    },
    *find(outline) {
      yield* gaps(outline);
    },
  },
  {
    code: "table-unused",
    severity: "advice",
    about: "A table that no rule reads.",
    example: table("  price: { hit: first, rows: [{ when: height > 3, gives: 1 }] }", "3"),
    *find(outline) {
      yield* unused(outline);
    },
  },
];

function* gaps(outline: Outline): Iterable<Found> {
  for (const [id, { key, hit }] of outline.tables) {
    const table = outline.tableRules.get(id);
    if (table === undefined || table.otherwise !== undefined) continue;
    const conditions = table.rows.map(({ when }) => when);
    const where = gapBetween(conditions, outline);
    if (where === undefined) continue;
    const message = `No row of the table ${id} holds where ${where}, so it gives nothing there.`;
    const otherwise = hit === "sum" ? "otherwise: 0" : 'otherwise: "null" for nothing';
    yield { at: key, message, fix: `Add a row for it, or say what the table gives otherwise, as in ${otherwise}.` };
  }
}

function* unused({ tables, rules, tableRules }: Outline): Iterable<Found> {
  const rows = [...tableRules.values()].flatMap((one) => one.rows.flatMap(({ when, gives }) => [when, gives]));
  const last = [...tableRules.values()].flatMap(({ otherwise }) => otherwise ?? []);
  const sources = [...rules.values(), ...rows, ...last].map(({ source }) => source);
  for (const [id, { key }] of tables) {
    const read = new RegExp(`\\b${id}\\b`);
    if (!tableRules.has(id) || sources.some((source) => read.test(source))) continue;
    yield { at: key, message: `No rule reads the table ${id}.`, fix: "Read it in a rule, or take it out." };
  }
}
