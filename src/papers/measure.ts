/** Points in so many millimetres: 72 to an inch of 25.4 mm. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}
