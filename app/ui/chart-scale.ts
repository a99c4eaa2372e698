/** A round number that is at least `most`, for the top of an axis: 1, 2 or 5 times a power of ten. */
export function roundTop(most: number): number {
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= most) ?? 10;
  return step * power;
}

/** Where the lines of an axis go that ends at `top`: whole numbers if the top is one. */
export const ticksUpTo = (top: number): number[] => (top === 1 ? [0, 1] : [0, top / 2, top]);
