/** What belongs to each key, in its order. */
export function groupPairs<Key, Value>(pairs: Iterable<readonly [Key, Value]>): Map<Key, Value[]> {
  const grouped = new Map<Key, Value[]>();
  for (const [key, value] of pairs) {
    const known = grouped.get(key);
    if (known) known.push(value);
    else grouped.set(key, [value]);
  }
  return grouped;
}
