interface Ordered {
  id: number;
}

/** Where something goes: a step on, above something else, to the end, or to a place, from 1 on. */
export type Move = { step: "up" | "down" } | { before: number | null } | { place: number };

/** Things in their order, with one of them, or another, at a place, from 1 on; beyond the last one it is the last. */
export function placed<One extends Ordered>(all: readonly One[], one: One, place: number): One[] {
  const others = all.filter(({ id }) => id !== one.id);
  return others.toSpliced(Math.max(0, place - 1), 0, one);
}

/** The place, from 1 on, at which something stands after a move. */
export function placeAfter<One extends Ordered>(all: readonly One[], one: One, move: Move): number {
  if ("place" in move) return Math.max(1, Math.min(move.place, all.length));
  const now = placeOf(all, one);
  if ("step" in move) return placeAfter(all, one, { place: now + (move.step === "up" ? -1 : 1) });
  const others = all.filter(({ id }) => id !== one.id);
  const next = others.findIndex(({ id }) => id === move.before);
  return next === -1 ? all.length : next + 1;
}

export const placeOf = (all: readonly Ordered[], one: Ordered): number => all.findIndex(({ id }) => id === one.id) + 1;
