import type { Comparison, Piece } from "#db/schema/core/events";

/** Without comparing: all of it went, and all of it came. Null is what was removed. */
export function plainDiff(changes: { field: string; before: string | null; after: string | null }[]): Comparison {
  return Object.fromEntries(
    changes.map(({ field, before, after }) => [field, [...side("-", before), ...side("+", after)]]),
  );
}

function side(sign: "-" | "+", text: string | null): Piece[] {
  if (text === null) return [["x", ""]];
  return text === "" ? [] : [[sign, text]];
}
