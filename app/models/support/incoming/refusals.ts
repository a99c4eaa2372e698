/** Why a mail did not become a comment. */
export const refusals = ["stranger", "blocked", "limited", "locked", "gone", "tooLong"] as const;

export type Refusal = (typeof refusals)[number];
