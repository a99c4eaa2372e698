export interface Size {
  posts: number;
  votes: number;
  people: number;
}

export const sizeOf = (posts: number): Size => ({ posts, votes: 10 * posts, people: Math.max(20_000, posts / 5) });

/** The last so many people have not voted for anything yet: the bench votes in their names. */
export const newcomers = 3000;

/** The post that everybody discusses. */
export const mostComments = 300;
