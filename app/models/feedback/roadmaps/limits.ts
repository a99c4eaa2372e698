/** Characters, or how many there may be. */
export const limits = {
  name: { max: 60 },
  slug: { max: 40 },
  note: { max: 280 },
  columns: { max: 8 },
  /** Cards that one column holds by hand. */
  cards: { max: 100 },
  origins: { max: 20 },
} as const;

/** Cards that a column shows; the list has all of them. */
export const columnLength = 50;
