/** How many typos a word may have: none where nearly every other word would be alike. */
export function typosAllowed(word: string): number {
  if (word.length < shortestCorrected) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Letters. A shorter word has so many like it that a correction is a guess. */
const shortestCorrected = 6;

/** Letters too many, too few, wrong, or swapped with their neighbour, between two words. */
export function typosBetween(a: string, b: string): number {
  return rowsBetween(a, b).at(-1)?.at(-1) ?? 0;
}

/** The same, where `typed` may be no more than the beginning of `word`. */
export function typosToBeginning(typed: string, word: string): number {
  return Math.min(...(rowsBetween(typed, word).at(-1) ?? []));
}

/** A row per letter of `a`: what it takes to get from its beginning to every beginning of `b`. */
function rowsBetween(a: string, b: string): number[][] {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cheapest(a, b, i, j, rows, row));
    rows.push(row);
  }
  return rows;
}

function cheapest(a: string, b: string, i: number, j: number, rows: number[][], row: number[]): number {
  const above = rows[i - 1] ?? [];
  const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
  const cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
  const areSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return areSwapped ? Math.min(cost, (rows[i - 2]?.[j - 2] ?? 0) + 1) : cost;
}
