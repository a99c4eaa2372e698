import type { Sort } from "./list-filter";

/**
 * A place in a list that is sorted by a value and, where it is the same, by number: it stays valid
 * whatever is posted, voted or deleted meanwhile.
 */
export interface Cursor {
  value: number;
  number: number;
}

/** Which values each order can have at all. */
const possible: Record<Sort, (value: number) => boolean> = {
  trending: Number.isFinite,
  top: isCount,
  new: (value) => Math.abs(value) < 1e11,
  discussed: isCount,
};

export const writeCursor = ({ value, number }: Cursor): string => `${value}_${number}`;

/** Reads a place in a list; undefined where it is none in this order. */
export function readCursor(text: string | undefined, sort: Sort): Cursor | undefined {
  const parts = /^(-?\d+(?:\.\d+)?)_(\d{1,9})$/.exec(text ?? "");
  if (!parts) return;
  const cursor = { value: Number(parts[1]), number: Number(parts[2]) };
  return possible[sort](cursor.value) ? cursor : undefined;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31;
}
