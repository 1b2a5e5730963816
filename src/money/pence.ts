/**
 * Pounds, as the exact decimal a rule computes, to integer pence; half a penny goes away from zero. The text of a number of up to 15
 * significant digits is its exact decimal, so no binary fraction decides a penny.
 */
export function pence(pounds: number): number {
  const [mantissa = "0", exponent = "0"] = Math.abs(pounds).toString().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const places = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  const cents = places >= -2 ? digits * 10n ** BigInt(places + 2) : halfUp(digits, 10n ** BigInt(-places - 2));
  return Number(pounds < 0 ? -cents : cents);
}

function halfUp(digits: bigint, unit: bigint): bigint {
  return (digits * 2n + unit) / (unit * 2n);
}

/** `£1,234.50`, or `£60` where there are no pence. */
export function pounds(amount: number): string {
  const sign = amount < 0 ? "-" : "";
  const whole = Math.trunc(Math.abs(amount) / 100).toLocaleString("en-GB");
  const rest = Math.abs(amount) % 100;
  return `${sign}£${whole}${rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`}`;
}
