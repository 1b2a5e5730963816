import type { Rule } from "../../rules/rule.ts";
import { oncePerOutline } from "../once-per-outline.ts";
import type { FlowItem, Outline } from "../outline.ts";
import { type AmountBounds, amountBounds } from "../reasoning/amount-bounds.ts";
import { questionsBehind, type Tried, triedJourneys } from "../reasoning/tried-journeys.ts";
import type { Check, Found } from "./check.ts";

const FEE = "fee: if count(extras) > 1 then 5 else 3";
/** No council charges a person more. */
const MOST = 1_000_000;
const MOST_SOURCE = 5000;

/** What a fee can come to. Each finding is of a journey that was tried, and names its answers. */
export const FEE_CHECKS: readonly Check[] = [
  {
    code: "fee-negative",
    severity: "warning",
    about: "The fee comes to less than nothing for some answers, which are shown.",
    example: { right: FEE, wrong: "fee: 10 - 6 * count(extras)" },
    find: (outline) => tried(outline, "belowZero", (fee) => fee !== null && fee < 0),
  },
  {
    code: "fee-unbounded",
    severity: "warning",
    about: "The fee grows with an answer that has no limit: it comes to more than a million pounds for one that is shown.",
    example: {
      right: "fee: if count(extras) > 1 then 5 else 3",
      wrong: 'fee: if tool = "drill" then 3 else days between(first_day, last_day) * 1000000',
    },
    find: (outline) => tried(outline, "endless", (fee) => fee !== null && fee > MOST),
  },
  {
    code: "fee-nothing",
    severity: "warning",
    about: "The fee's rule comes to nothing for some answers, so that no fee is asked; they are shown. A rule that says null means it.",
    example: { right: FEE, wrong: "fee: 3 * height" },
    find: (outline) => (outline.fee?.value.includes("null") === true ? [] : tried(outline, "nothing", (fee) => fee === null)),
  },
];

type Fee = number | null;

const SAYS: Readonly<Record<keyof AmountBounds, (fee: Fee, where: string) => Omit<Found, "at">>> = {
  belowZero: (fee, where) => ({
    message: `The fee can be less than nothing: it is ${pounds(fee)} where ${where}.`,
    fix: "Set the least that the answer may be, or use max([0, ...]).",
  }),
  endless: (fee, where) => ({
    message: `The fee has no limit: it is ${pounds(fee)} where ${where}.`,
    fix: "Set the most that the answer may be, or use min([..., the highest fee]).",
  }),
  nothing: (_fee, where) => ({
    message: `The fee's rule comes to nothing where ${where}, so that nothing is paid.`,
    fix: "Say what it costs then: if is defined(...) then ... else 0, or otherwise in a table.",
  }),
};

function* tried(outline: Outline, kind: keyof AmountBounds, is: (fee: Fee) => boolean): Iterable<Found> {
  if (outline.fee === undefined || boundsOfFee(outline)?.[kind] !== true) return;
  const found = feesTried(outline).find(({ fee }) => is(fee));
  if (found !== undefined) yield { at: outline.fee, ...SAYS[kind](found.fee, where(found.asked, found.journey)) };
}

function feeRule({ fee, rules }: Outline): Rule | undefined {
  const rule = fee === undefined ? undefined : rules.get(fee);
  return rule?.type.kind === "number" || rule?.type.kind === "money" ? rule : undefined;
}

const boundsOfFee = oncePerOutline((outline): AmountBounds | undefined => {
  const rule = feeRule(outline);
  return rule && amountBounds(rule.tree, { outline, always: alwaysAsked(outline.flow), facts: new Map() });
});

interface FeeTried {
  readonly fee: Fee;
  readonly asked: readonly string[];
  readonly journey: ReadonlyMap<string, Tried>;
}

/** The fee of every journey that is tried, for all checks that its bounds leave open. */
const feesTried = oncePerOutline((outline): readonly FeeTried[] => {
  const rule = feeRule(outline);
  if (rule === undefined) return [];
  const asked = questionsBehind(outline, rule.reads);
  return [...triedJourneys(outline, asked, sourcesOf(rule, outline))].flatMap((journey) => {
    const fee = rule.run(factsOf(rule, journey));
    return typeof fee === "number" || fee === null ? [{ fee, asked, journey }] : [];
  });
});

function alwaysAsked(flow: readonly FlowItem[]): ReadonlySet<string> {
  return new Set(flow.filter((item) => item.when === undefined).flatMap(namesOf));
}

function namesOf(item: FlowItem): readonly string[] {
  if (item.kind === "screen") return item.names.map(({ value }) => value);
  return item.kind === "section" ? [...alwaysAsked(item.items)] : [];
}

/** The fee's own text and those of all facts and tables, for the numbers in them. */
function sourcesOf({ source }: Rule, { tableRules, questions }: Outline): string {
  const rows = [...tableRules.values()].flatMap((table) => table.rows.map(({ when }) => when.source));
  const facts = [...questions.values()].flatMap(({ fact }) => fact?.rule?.value ?? []);
  return [source, ...facts, ...rows].join(" ").slice(0, MOST_SOURCE);
}

function factsOf({ reads }: Rule, journey: ReadonlyMap<string, Tried>): Parameters<Rule["run"]>[0] {
  return { today: "2025-01-15", ...Object.fromEntries(reads.map((id) => [id, journey.get(id)?.value ?? null])) };
}

function where(reads: readonly string[], journey: ReadonlyMap<string, Tried>): string {
  const told = reads.slice(0, 4).map((id) => {
    const says = journey.get(id)?.says() ?? "not asked";
    return `${id} is ${says === "" ? "empty" : says.slice(0, 60)}`;
  });
  return told.length === 0 ? "anything is answered" : told.join(" and ");
}

function pounds(fee: Fee): string {
  const amount = Math.abs(fee ?? 0).toLocaleString("en-GB", { maximumFractionDigits: 2 });
  return `${(fee ?? 0) < 0 ? "-" : ""}£${amount}`;
}
