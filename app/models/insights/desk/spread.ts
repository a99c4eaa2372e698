/** Times in one bucket differ by less than this. */
export const bucketWidth = 1.05;

export interface Bucket {
  bucket: number;
  count: number;
  sum: number;
}

/** How times spread: seconds. */
export interface Spread {
  count: number;
  mean: number;
  median: number;
  p90: number;
}

/** What buckets of times say together; null of none. */
export function spreadOf(buckets: Bucket[]): Spread | null {
  const count = total(buckets);
  if (count === 0) return null;
  const sorted = buckets.toSorted((one, other) => one.bucket - other.bucket);
  const mean = sorted.reduce((sum, one) => sum + one.sum, 0) / count;
  return { count, mean, median: timeAt(sorted, count * 0.5), p90: timeAt(sorted, count * 0.9) };
}

const total = (buckets: Bucket[]): number => buckets.reduce((sum, { count }) => sum + count, 0);

/** The time within which so many were over: the mean of those that took about as long. */
function timeAt(sorted: Bucket[], rank: number): number {
  let before = 0;
  for (const { count, sum } of sorted) {
    before += count;
    if (before >= rank) return sum / count;
  }
  return 0;
}
