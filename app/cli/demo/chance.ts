import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { v7 as uuid } from "uuid";

export interface Chance {
  /** From 0 up to, but not, 1. */
  number(): number;
  /** The id of something that was made at that moment. */
  id(at: Date): string;
}

/** The same seed gives the same numbers every time, so that the demo is the same portal every time. */
export function startChance(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const number = () => uniformFloat64(generator);
  const byte = () => Math.floor(number() * 256);
  return { number, id: (at) => uuid({ msecs: at.getTime(), random: Uint8Array.from({ length: 16 }, byte) }) };
}
