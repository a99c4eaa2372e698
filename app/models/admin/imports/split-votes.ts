/** The votes that a post gets here for those that it has at the source. */
export interface Votes {
  /** Those of which only the number is known. */
  importedVotes: number;
  /** Whether its author votes for it here. */
  authorVotes: boolean;
  /** Not where followers are listed. */
  authorFollows?: boolean;
}

/** Of a post whose votes are counted at its original there, as duplicates' are. */
export const noVotes = (): Votes => ({ importedVotes: 0, authorVotes: false });

/**
 * Elsewhere as here, whoever posts votes for it: a number of votes has the author in it, who therefore is taken out of
 * it and votes here in person. What says no votes at all says that the author has none either.
 * @param there undefined where nothing is said of votes
 */
export function splitVotes(there: number | undefined, hasAuthor: boolean): Votes {
  if (there === undefined) return { importedVotes: 0, authorVotes: hasAuthor };
  const authorVotes = hasAuthor && there > 0;
  return { importedVotes: there - Number(authorVotes), authorVotes };
}

/** The same where those who voted are listed, the author too if there was such a vote: only the rest is a number. */
export const restOfVotes = (there: number, listed: number, hasAuthor: boolean): Votes =>
  listed > 0 ? { importedVotes: Math.max(0, there - listed), authorVotes: false } : splitVotes(there, hasAuthor);
