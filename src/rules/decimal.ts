/**
 * Exact decimal arithmetic on doubles. A double carries every decimal of up to 15 significant digits and gives it back, so a
 * number here stands for its shortest decimal. Results are exact, or rounded half-even where they need more than 15 digits.
 * What is no finite number, and a division by zero, is null.
 */
const DIGITS = 15;
const EXACT = 1e15;
const SCALES = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000] as const;

/** A number as it is written out, whatever its size: 0.0000001, not 1e-7. */
export function writtenOut(value: number): string {
  const short = String(value);
  const found = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(short);
  if (found === null) return short;
  const [, sign = "", first = "", rest = "", exponent] = found;
  const point = Number(exponent) + 1;
  const digits = first + rest;
  return point > 0 ? sign + digits.padEnd(point, "0") : `${sign}0.${"0".repeat(-point)}${digits}`;
}

interface Scaled {
  readonly coefficient: bigint;
  /** The number is coefficient x 10^exponent. */
  readonly exponent: number;
}

export function add(left: number, right: number): number | null {
  if (Number.isInteger(left) && Number.isInteger(right)) {
    const sum = left + right;
    if (Math.abs(left) < EXACT && Math.abs(right) < EXACT && Math.abs(sum) < EXACT) return sum;
  }
  return addByScale(left, right) ?? addExactly(left, right);
}

export function subtract(left: number, right: number): number | null {
  return add(left, -right);
}

export function multiply(left: number, right: number): number | null {
  const leftScale = scaleOf(left);
  const rightScale = leftScale === 0 ? 0 : scaleOf(right);
  if (rightScale !== 0) {
    const product = Math.round(left * leftScale) * Math.round(right * rightScale);
    // Both scales are powers of ten that a double holds exactly, so one correctly rounded division gives the nearest double.
    if (Math.abs(product) < EXACT) return plain(product / (leftScale * rightScale));
  }
  const a = scaled(left);
  const b = scaled(right);
  return a === null || b === null ? null : toNumber({ coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent });
}

export function divide(left: number, right: number): number | null {
  if (right === 0) return null;
  if (Number.isInteger(left) && Number.isInteger(right) && Math.abs(left) < EXACT && left % right === 0) return plain(left / right);
  const a = scaled(left);
  const b = scaled(right);
  if (a === null || b === null) return null;
  // Two digits more than are kept, and a last one that says whether anything is left over, are all that rounding needs.
  const shift = Math.max(0, DIGITS + 2 + length(b.coefficient) - length(a.coefficient));
  const dividend = a.coefficient * 10n ** BigInt(shift);
  const quotient = dividend / b.coefficient;
  const sticky = dividend % b.coefficient === 0n ? 0n : dividend < 0n === b.coefficient < 0n ? 1n : -1n;
  return toNumber({ coefficient: quotient * 10n + sticky, exponent: a.exponent - b.exponent - shift - 1 });
}

/** Rounded to so many digits after the point (before it where negative), halves away from zero. Null where digits is no whole number from -15 to 15. */
export function roundHalfUp(value: number, digits: number): number | null {
  return roundBy(value, digits, (unit) => unit / 2n);
}

/** The same, away from zero. */
export function roundAway(value: number, digits: number): number | null {
  return roundBy(value, digits, (unit) => unit - 1n);
}

/** The same, towards zero. */
export function roundTowards(value: number, digits: number): number | null {
  return roundBy(value, digits, () => 0n);
}

/** `lift` is what is added before the rest is cut off, given the size of one unit of the last digit kept. */
function roundBy(value: number, digits: number, lift: (unit: bigint) => bigint): number | null {
  if (!Number.isInteger(digits) || Math.abs(digits) > DIGITS) return null;
  const from = scaled(value);
  if (from === null) return null;
  const drop = -digits - from.exponent;
  if (drop <= 0) return value;
  const unit = 10n ** BigInt(drop);
  const size = from.coefficient < 0n ? -from.coefficient : from.coefficient;
  const rounded = (size + lift(unit)) / unit;
  return toNumber({ coefficient: from.coefficient < 0n ? -rounded : rounded, exponent: -digits });
}

/** How many significant digits a number needs. */
export function significantDigits(value: number): number {
  const parts = scaled(value);
  return parts === null ? 0 : length(parts.coefficient);
}

/** The smallest of the small powers of ten that makes a whole number of it, or 0. */
function scaleOf(value: number): number {
  for (const scale of SCALES) {
    const whole = Math.round(value * scale);
    if (Math.abs(whole) >= EXACT) return 0;
    if (whole / scale === value) return scale;
  }
  return 0;
}

function addByScale(left: number, right: number): number | undefined {
  const leftScale = scaleOf(left);
  const rightScale = leftScale === 0 ? 0 : scaleOf(right);
  if (rightScale === 0) return undefined;
  const scale = Math.max(leftScale, rightScale);
  const a = Math.round(left * leftScale) * (scale / leftScale);
  const b = Math.round(right * rightScale) * (scale / rightScale);
  const fits = Math.abs(a) < EXACT && Math.abs(b) < EXACT && Math.abs(a + b) < EXACT;
  return fits ? plain((a + b) / scale) : undefined;
}

function addExactly(left: number, right: number): number | null {
  const a = scaled(left);
  const b = scaled(right);
  if (a === null || b === null) return null;
  if (a.coefficient === 0n) return toNumber(b);
  if (b.coefficient === 0n) return toNumber(a);
  const exponent = Math.min(a.exponent, b.exponent);
  const coefficient = a.coefficient * 10n ** BigInt(a.exponent - exponent) + b.coefficient * 10n ** BigInt(b.exponent - exponent);
  return toNumber({ coefficient, exponent });
}

/** Null where it is no finite number. Trailing zeros are in the exponent. */
function scaled(value: number): Scaled | null {
  if (!Number.isFinite(value)) return null;
  const [digits = "0", exponent = "0"] = value.toExponential().split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  return { coefficient: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

function toNumber(exact: Scaled): number | null {
  const rounded = roundHalfEven(exact);
  const value = Number(`${rounded.coefficient}e${rounded.exponent}`);
  return Number.isFinite(value) ? plain(value) : null;
}

function roundHalfEven(exact: Scaled): Scaled {
  const drop = length(exact.coefficient) - DIGITS;
  if (drop <= 0) return exact;
  const unit = 10n ** BigInt(drop);
  const size = exact.coefficient < 0n ? -exact.coefficient : exact.coefficient;
  const kept = size / unit;
  const twice = (size % unit) * 2n;
  const up = twice > unit || (twice === unit && kept % 2n === 1n);
  const rounded = up ? kept + 1n : kept;
  return { coefficient: exact.coefficient < 0n ? -rounded : rounded, exponent: exact.exponent + drop };
}

function length(coefficient: bigint): number {
  return coefficient.toString().length - (coefficient < 0n ? 1 : 0);
}

/** Rules know no negative zero: it would show as "-0". */
function plain(value: number): number {
  return value === 0 ? 0 : value;
}
