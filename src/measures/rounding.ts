/** A quotient of whole numbers to the nearest whole number, half up; exact, whatever their size. The denominator is over 0. */
export function roundedDivision(numerator: number, denominator: number): number {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  return Number((2n * top + bottom) / (2n * bottom));
}
