import { type BuiltIn, define } from "./built-in.ts";
import { CALENDAR_FUNCTIONS } from "./calendar-functions.ts";
import { DATE_FUNCTIONS } from "./date-functions.ts";
import { LIST_FUNCTIONS } from "./list-functions.ts";
import { LIST_SHAPE_FUNCTIONS } from "./list-shape-functions.ts";
import { NUMBER_FUNCTIONS } from "./number-functions.ts";
import { TEXT_FUNCTIONS } from "./text-functions.ts";
import { BOOLEAN } from "./type.ts";

const IS_DEFINED = define(
  "is defined",
  { takes: ["anything"], result: BOOLEAN, run: ([value = null]) => value !== null },
  "Whether a question was answered.",
  "is defined(partner)",
  false,
);

/** Every function that a rule may call, by name, besides `not` and `duration`, which the language itself reads. */
export const FUNCTIONS: ReadonlyMap<string, BuiltIn> = new Map([
  ...LIST_FUNCTIONS,
  ...LIST_SHAPE_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...DATE_FUNCTIONS,
  ...CALENDAR_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  IS_DEFINED,
]);
