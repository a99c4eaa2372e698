/** What a requester can think of the help, the worst first. */
export const ratings = ["1", "2", "3", "4", "5"] as const;

export type Rating = (typeof ratings)[number];
