import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { v7 as uuid } from "uuid";

/** Numbers that look random and are the same in every run. */
export interface Random {
  /** 0 ≤ n < 1 */
  next(): number;
  /** A whole number, 0 ≤ n < `end`. */
  below(end: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** One of the keys, each as often as its weight says. */
  weighted<Key extends string>(weights: Partial<Record<Key, number>>): Key;
  /** The id of something that was made at that time (milliseconds). */
  id(at: number): string;
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const next = () => uniformFloat64(generator);
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    weighted: (weights) => pickWeighted(Object.entries(weights) as [never, number][], next()),
    id: (msecs) => uuid({ msecs, random: Uint8Array.from({ length: 16 }, () => below(256)) }),
  };
}

function pickWeighted<Key>(weights: [Key, number][], point: number): Key {
  let left = point * weights.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of weights) if ((left -= weight) < 0) return key;
  throw new Error("There is nothing to choose from.");
}

/**
 * How many each of `places` gets of `total`, the most first: a few get very many, most a few. They add up to
 * `total` exactly.
 */
export function longTail(places: number, total: number): number[] {
  const weights = Array.from({ length: places }, (_, rank) => (rank + 50) ** -1.1);
  const sum = weights.reduce((a, b) => a + b, 0);
  let weighed = 0;
  let given = 0;
  return weights.map((weight) => {
    weighed += weight;
    const share = Math.round((weighed / sum) * total) - given;
    given += share;
    return share;
  });
}

export function shuffle<Item>(items: Item[], random: Random): Item[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [items[i], items[j]] = [items[j] as Item, items[i] as Item];
  }
  return items;
}
