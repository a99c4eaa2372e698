/** Characters. */
export const limits = {
  title: { min: 5, max: 140 },
  /** Imported posts may have longer ones; they can still be edited. */
  editedTitle: { min: 1, max: 300 },
  body: { max: 250_000 },
  bugField: { max: 10_000 },
  version: { max: 60 },
  answer: { max: 10_000 },
  release: { max: 60 },
  tags: { max: 5 },
} as const;
