import { type BuiltIn, define, onAmount, onNumbers } from "./built-in.ts";
import { divide, multiply, roundAway, roundHalfUp, roundTowards, subtract } from "./decimal.ts";

export const NUMBER_FUNCTIONS: readonly (readonly [string, BuiltIn])[] = [
  define("floor", onAmount(Math.floor), "Rounded down to a whole number.", "floor(2.7)", 2),
  define(
    "ceiling",
    onAmount((amount) => Math.ceil(amount) + 0),
    "Rounded up to a whole number.",
    "ceiling(2.1)",
    3,
  ),
  define("abs", onAmount(Math.abs), "Without its minus sign.", "abs(-5)", 5),
  define(
    "round half up",
    onNumbers(roundHalfUp),
    "Rounded to so many digits after the point, halves away from zero.",
    "round half up(2.345, 2)",
    2.35,
  ),
  define("round up", onNumbers(roundAway), "Rounded to so many digits after the point, away from zero.", "round up(2.341, 2)", 2.35),
  define("round down", onNumbers(roundTowards), "Rounded to so many digits after the point, towards zero.", "round down(2.349, 2)", 2.34),
  define("modulo", onNumbers(modulo), "What is left over when the first is shared out in portions of the second.", "modulo(rooms, 2)", 1),
];

/** With the sign of the portion, as FEEL has it; null where that is 0. */
function modulo(amount: number, portion: number): number | null {
  const times = divide(amount, portion);
  const taken = times === null ? null : multiply(Math.floor(times), portion);
  return taken === null ? null : subtract(amount, taken);
}
