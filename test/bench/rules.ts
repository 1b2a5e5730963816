import { evaluate } from "feelin";
import { compileRule, holds } from "../../src/rules/compile-rule.ts";
import { age } from "../../src/rules/dates.ts";
import { BOOLEAN, code, DATE, list, MONEY, NUMBER, record, type Scope, TEXT } from "../../src/rules/type.ts";
import type { Facts } from "../../src/rules/value.ts";
import { median } from "./row.ts";

const SCOPE: Scope = {
  where: record({ road: record({ owner: TEXT }) }),
  width: code(["small", "large"]),
  danger: BOOLEAN,
  rooms: NUMBER,
  fee: MONEY,
  born: DATE,
  children: list(record({ age: NUMBER })),
};

/** Facts that differ from call to call, so that no answer can be remembered. */
const FACTS: readonly Facts[] = Array.from({ length: 16 }, (_, index) => ({
  today: "2026-11-25",
  where: { road: { owner: index % 3 === 0 ? "council" : "national" } },
  width: index % 2 === 0 ? "small" : "large",
  danger: index % 5 === 0,
  rooms: index,
  fee: index + 0.25,
  born: `20${String(index + 5).padStart(2, "0")}-11-2${index % 10}`,
  children: [{ age: index }, { age: 4 }],
}));

/** The same for feelin, which takes days as values of its own. */
const FOR_FEELIN = FACTS.map((facts) => ({ ...facts, today: day(facts["today"]), born: day(facts["born"]) }));

function day(text: unknown): unknown {
  return evaluate(`date("${String(text)}")`, {}).value;
}

/** The benchmark's own facts, of the shape above, with the care about answers that are not there which a rule has. */
interface Held {
  readonly where?: { readonly road?: { readonly owner?: unknown } | null } | null;
  readonly width?: unknown;
  readonly danger?: unknown;
  readonly rooms?: unknown;
  readonly fee?: unknown;
  readonly born?: unknown;
  readonly today?: unknown;
  readonly children?: readonly { readonly age?: unknown }[] | null;
}

interface Case {
  readonly name: string;
  readonly rule: string;
  /** What a programmer would write for it. */
  readonly byHand: (facts: Held) => boolean;
  /** Whether it is one of the simple conditions, which the bar is set for. */
  readonly simple: boolean;
}

const CASES: readonly Case[] = [
  {
    name: "one comparison",
    rule: 'where.road.owner != "council"',
    byHand: ({ where }) => where?.road?.owner !== "council",
    simple: true,
  },
  {
    name: "two comparisons",
    rule: 'where.road.owner != "council" and rooms > 3',
    byHand: ({ where, rooms }) => where?.road?.owner !== "council" && typeof rooms === "number" && rooms > 3,
    simple: true,
  },
  {
    name: "option out of a list",
    rule: 'width in ["small", "large"] or danger',
    byHand: ({ width, danger }) => width === "small" || width === "large" || danger === true,
    simple: true,
  },
  {
    name: "age at a day",
    rule: "years and months duration(born, today).years < 18",
    byHand: ({ born, today }) => typeof born === "string" && typeof today === "string" && (age(born, today) ?? 99) < 18,
    simple: false,
  },
  {
    name: "money",
    rule: "fee * rooms + 0.10 < 100",
    byHand: ({ fee, rooms }) => typeof fee === "number" && typeof rooms === "number" && Math.round(fee * 100) * rooms + 10 < 10_000,
    simple: false,
  },
  {
    name: "some of a list",
    rule: "some child in children satisfies child.age < 5",
    byHand: ({ children }) => children?.some((child) => typeof child.age === "number" && child.age < 5) === true,
    simple: false,
  },
];

/** One rule three ways, each as often a second as it ran in the middle of three rounds, taken in turn. */
export interface Raced {
  readonly name: string;
  readonly rule: number;
  readonly byHand: number;
  readonly feelin: number;
  readonly simple: boolean;
}

/** Races every rule with what a programmer would write for it and with feelin, in one thread. `milliseconds` is the time for each round. */
export function raceRules(milliseconds: number): readonly Raced[] {
  return CASES.map(({ name, rule, byHand, simple }) => {
    const compiled = compiledRule(rule);
    const rounds = [1, 2, 3].map(() => ({
      rule: perSecond(FACTS, compiled, 1000, milliseconds),
      // The facts have the shape that the function by hand expects.
      byHand: perSecond(FACTS as readonly Held[], byHand, 1000, milliseconds),
      feelin: perSecond(FOR_FEELIN, (facts) => evaluate(rule, facts).value === true, 1, milliseconds),
    }));
    const of = (way: "rule" | "byHand" | "feelin"): number => median(rounds.map((round) => round[way]));
    return { name, simple, rule: of("rule"), byHand: of("byHand"), feelin: of("feelin") };
  });
}

/** Rules parsed, typed and compiled a second, none of which has come before: each has other blanks behind it, of one length. */
export function rulesCompiled(milliseconds: number): number {
  const [, two] = CASES;
  let count = 0;
  const blanks = (): string => (count++).toString(2).padStart(24, "0").replaceAll("0", " ").replaceAll("1", "\t");
  return perSecond(FACTS, () => compileRule(`${two?.rule ?? ""}${blanks()}`, SCOPE).ok, 1, milliseconds);
}

function compiledRule(source: string): (facts: Facts) => boolean {
  const compilation = compileRule(source, SCOPE, BOOLEAN);
  if (!compilation.ok) throw new Error(`${source}: ${compilation.problems.map((found) => found.message).join(" ")}`);
  return (facts) => holds(compilation.rule, facts);
}

/** Seconds of this thread's processor time, so that whatever else runs on the machine does not count. */
function spent(start: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1_000_000;
}

/** Runs in blocks of `block` rounds over all facts; the first blocks only warm up. */
function perSecond<Given>(all: readonly Given[], run: (facts: Given) => boolean, block: number, milliseconds: number): number {
  let held = 0;
  const rounds = (): void => {
    for (let round = 0; round < block; round++) {
      for (const facts of all) if (run(facts)) held++;
    }
  };
  for (let warm = 0; warm < 10; warm++) rounds();
  const start = process.threadCpuUsage();
  let blocks = 0;
  while (spent(start) < milliseconds / 1000) {
    rounds();
    blocks++;
  }
  const seconds = spent(start);
  // What held is part of the result, so that no run can be left out.
  return held < 0 ? 0 : Math.round((blocks * block * all.length) / seconds);
}
