/** The value below which such a share of all of them lies. */
export function percentile(share: number, values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Undefined for no values at all, and where one is missing. */
export function median(values: (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (known.length < values.length) return;
  const middle = known.slice(Math.floor((known.length - 1) / 2), Math.floor(known.length / 2) + 1);
  return middle.length > 0 ? middle.reduce((a, b) => a + b) / middle.length : undefined;
}

/** Of pairs that were measured one directly after the other: the median of each side, and that of how many times the second is the first. */
export function medianPair(pairs: [number, number][]): { first: number; second: number; ratio: number } {
  const middle = (of: (pair: [number, number]) => number) => median(pairs.map(of)) ?? Number.NaN;
  return {
    first: middle(([first]) => first),
    second: middle(([, second]) => second),
    ratio: middle(([first, second]) => second / first),
  };
}
