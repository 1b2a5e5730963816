import type { Part, Plan, Row } from "../row.ts";
import { whole } from "../row.ts";
import { type Raced, raceRules, rulesCompiled } from "../rules.ts";

const BAR = 5_000_000;

async function run({ quick, say }: Plan): Promise<readonly Row[]> {
  say("rules: rules a second beside feelin and a hand-written function");
  const milliseconds = quick ? 30 : 200;
  const rows = raceRules(milliseconds).map(rowOf);
  return [...rows, { what: "rule parsed, typed and compiled, a second", figure: whole(rulesCompiled(milliseconds)) }];
}

function rowOf({ name, rule, byHand, feelin, simple }: Raced): Row {
  const row = {
    what: `rule, ${name}, a second`,
    figure: whole(rule),
    ceiling: `${whole(byHand)} by hand, ${whole(feelin)} by feelin (${whole(rule / feelin)}×)`,
    ratio: rule / byHand,
  };
  return simple ? { ...row, bar: `${whole(BAR)} on one core` } : row;
}

export const rules: Part = {
  name: "rules",
  how:
    "One rule three ways in one thread, in turn: compiled, as a function that a programmer would write with the same care about what was not answered, " +
    "and by the interpreter feelin. A second is one of the thread's own processor time; the ratio is that to the function by hand.",
  run,
};
