/** One step of a card: within its column, or to the column before or after it. */
export const steps = ["up", "down", "back", "on"] as const;

export type Step = (typeof steps)[number];
