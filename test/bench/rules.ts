import { evaluate } from "feelin";
import { compileRule, holds } from "../../src/rules/compile-rule.ts";
import { BOOLEAN, code, list, MONEY, NUMBER, record, type Scope, TEXT } from "../../src/rules/type.ts";
import type { Facts } from "../../src/rules/value.ts";

const SCOPE: Scope = {
  where: record({ road: record({ owner: TEXT }) }),
  width: code(["small", "large"]),
  danger: BOOLEAN,
  rooms: NUMBER,
  fee: MONEY,
  children: list(record({ age: NUMBER })),
};

/** Facts that differ from call to call, so that no answer can be remembered. */
const FACTS: readonly Facts[] = Array.from({ length: 16 }, (_, index) => ({
  where: { road: { owner: index % 3 === 0 ? "council" : "national" } },
  width: index % 2 === 0 ? "small" : "large",
  danger: index % 5 === 0,
  rooms: index,
  fee: index + 0.25,
  children: [{ age: index }, { age: 4 }],
}));

interface Road {
  readonly road?: { readonly owner?: unknown };
}

/** What a programmer would write for the simple condition, with the same care about answers that are not there. */
function byHand(facts: Facts): boolean {
  // The benchmark's own facts, of the shape above.
  const where = facts["where"] as Road | null | undefined;
  return where?.road?.owner !== "council" && typeof facts["rooms"] === "number" && facts["rooms"] > 3;
}

const RULES: Readonly<Record<string, string>> = {
  "rule, one comparison": 'where.road.owner != "council"',
  "rule, two comparisons": 'where.road.owner != "council" and rooms > 3',
  "rule, option out of a list": 'width in ["small", "large"] or danger',
  "rule, money": "fee * rooms + 0.10 < 100",
  "rule, some of a list": "some child in children satisfies child.age < 5",
};

/** Rules a second, in one thread, beside a hand-written function and feelin; each is run for about a fifth of a second. */
export function benchRules(): { name: string; perSecond: number }[] {
  const rules = Object.entries(RULES).map(([name, source]) => ({ name, perSecond: perSecond(compiled(source), 1000) }));
  const condition = RULES["rule, two comparisons"] ?? "";
  return [
    ...rules,
    { name: "two comparisons by hand", perSecond: perSecond(byHand, 1000) },
    { name: "two comparisons by feelin", perSecond: perSecond((facts) => evaluate(condition, { ...facts }).value === true, 1) },
    { name: "rules compiled", perSecond: perSecond(() => compileRule(condition, SCOPE).ok, 1) },
  ];
}

function compiled(source: string): (facts: Facts) => boolean {
  const compilation = compileRule(source, SCOPE, BOOLEAN);
  if (!compilation.ok) throw new Error(`${source}: ${compilation.problems.map((found) => found.message).join(" ")}`);
  return (facts) => holds(compilation.rule, facts);
}

/** Runs in blocks of `block` rounds over all facts; the first blocks only warm up. */
function perSecond(run: (facts: Facts) => boolean, block: number): number {
  let held = 0;
  const rounds = (): void => {
    for (let round = 0; round < block; round++) {
      for (const facts of FACTS) if (run(facts)) held++;
    }
  };
  for (let warm = 0; warm < 10; warm++) rounds();
  const start = performance.now();
  let blocks = 0;
  while (performance.now() - start < 200) {
    rounds();
    blocks++;
  }
  const seconds = (performance.now() - start) / 1000;
  // What held is part of the result, so that no run can be left out.
  return held < 0 ? 0 : Math.round((blocks * block * FACTS.length) / seconds);
}
