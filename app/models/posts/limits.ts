/** Characters. */
export const limits = {
  title: { min: 5, max: 140 },
  body: { max: 50_000 },
  bugField: { max: 10_000 },
  version: { max: 60 },
  answer: { max: 10_000 },
  release: { max: 60 },
  tags: { max: 5 },
} as const;
