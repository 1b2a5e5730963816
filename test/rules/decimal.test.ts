import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { add, divide, multiply, roundHalfUp, significantDigits, subtract } from "../../src/rules/decimal.ts";

/** An exact fraction, the independent account of what decimal arithmetic must give. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const decimal = fc
  .tuple(
    fc.oneof(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }).map(Number), fc.nat(9999), fc.nat(20)),
    fc.integer({ min: -18, max: 6 }),
    fc.boolean(),
  )
  .map(([digits, exponent, minus]) => Number(`${minus ? "-" : ""}${digits}e${exponent}`) + 0);

const pounds = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((pence) => pence / 100 + 0);

function fraction(value: number): Fraction {
  const [digits = "0", exponent = "0"] = value.toExponential(14).split("e");
  const shift = Number(exponent) - 14;
  const top = BigInt(digits.replace(".", ""));
  return shift >= 0 ? { top: top * 10n ** BigInt(shift), bottom: 1n } : { top, bottom: 10n ** BigInt(-shift) };
}

/** The nearest number of 15 digits, the even one of two; searched for from the fraction, not computed as the code under test does. */
function nearest({ top, bottom }: Fraction): number {
  if (top < 0n !== bottom < 0n && top !== 0n) return -nearest({ top: -top, bottom });
  const [a, b] = bottom < 0n ? [-top, -bottom] : [top, bottom];
  if (a === 0n) return 0;
  let exponent = a.toString().length - b.toString().length - 15;
  const scaledTo = (power: number): [bigint, bigint] => (power >= 0 ? [a, b * 10n ** BigInt(power)] : [a * 10n ** BigInt(-power), b]);
  while (scaledTo(exponent)[0] / scaledTo(exponent)[1] >= 10n ** 15n) exponent++;
  const [over, under] = scaledTo(exponent);
  const low = over / under;
  const toLow = over - low * under;
  const toHigh = (low + 1n) * under - over;
  const chosen = toLow < toHigh || (toLow === toHigh && low % 2n === 0n) ? low : low + 1n;
  return Number(`${chosen}e${exponent}`);
}

function law(run: (a: number, b: number) => number | null, exact: (a: Fraction, b: Fraction) => Fraction | null): void {
  const pairs = fc.oneof(fc.tuple(decimal, decimal), fc.tuple(pounds, pounds), fc.tuple(pounds, decimal));
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const expected = exact(fraction(a), fraction(b));
      assert.equal(run(a, b), expected === null ? null : nearest(expected));
    }),
    { numRuns: 3000 },
  );
}

test("addition is exact to 15 digits", () => {
  law(add, (a, b) => ({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom }));
});

test("subtraction is exact to 15 digits", () => {
  law(subtract, (a, b) => ({ top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.bottom }));
});

test("multiplication is exact to 15 digits", () => {
  law(multiply, (a, b) => ({ top: a.top * b.top, bottom: a.bottom * b.bottom }));
});

test("division is exact to 15 digits, and null by zero", () => {
  law(divide, (a, b) => (b.top === 0n ? null : { top: a.top * b.bottom, bottom: a.bottom * b.top }));
});

test("results never need more than 15 digits", () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      for (const run of [add, subtract, multiply, divide]) assert.ok(significantDigits(run(a, b) ?? 0) <= 15);
    }),
  );
});

test("what a double gets wrong is right here", () => {
  assert.equal(add(0.1, 0.2), 0.3);
  assert.equal(subtract(0.3, 0.1), 0.2);
  assert.equal(multiply(1.15, 100), 115);
  assert.equal(multiply(4.35, 3), 13.05);
  assert.equal(divide(1.1, 0.1), 11);
  assert.equal(add(-0.1, 0.1), 0);
  assert.ok(Object.is(multiply(-1, 0), 0));
});

test("halves beyond 15 digits go to the even digit", () => {
  assert.equal(add(999_999_999_999_998, 0.5), 999_999_999_999_998);
  assert.equal(add(999_999_999_999_997, 0.5), 999_999_999_999_998);
  assert.equal(divide(1, 3), 0.333_333_333_333_333);
  assert.equal(divide(2, 3), 0.666_666_666_666_667);
});

test("what is no finite number is null", () => {
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    for (const run of [add, subtract, multiply, divide]) assert.deepEqual([run(wrong, 2), run(2, wrong)], [null, null]);
    assert.equal(roundHalfUp(wrong, 2), null);
  }
  assert.equal(multiply(1e200, 1e200), null);
});

test("rounding half up is within half a unit, and takes halves away from zero", () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 5 }), (thousandths, digits) => {
      const rounded = roundHalfUp(thousandths / 1000, digits);
      const unit = 10 ** Math.max(0, 3 - digits);
      const size = Math.floor((Math.abs(thousandths) * 2 + unit) / (unit * 2)) * unit;
      assert.equal(rounded, (Math.sign(thousandths) * size) / 1000 + 0);
    }),
    { numRuns: 2000 },
  );
  assert.equal(roundHalfUp(1.005, 2), 1.01);
  assert.equal(roundHalfUp(1.5, 0.5), null);
});
