/** How often a second something is done, over so many milliseconds of measuring after a short warming up. */
export function perSecond(work: () => unknown, milliseconds: number): number {
  for (let count = 0; count < 30; count++) work();
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < milliseconds) {
    work();
    count += 1;
  }
  return (count / (performance.now() - start)) * 1000;
}
