/** Characters. */
export const ticketLimits = {
  subject: { max: 200 },
  body: { max: 50_000 },
  name: { max: 100 },
  tag: { max: 40 },
  rating: { max: 1000 },
  /** How long the links of a forwarded mail open its files. */
  forwarded: { days: 90 },
} as const;

export const mostTags = 10;

/** The most people that one ticket has beside its requester. */
export const mostCopies = 20;
