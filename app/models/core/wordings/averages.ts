export interface Lengths {
  titleLength: number;
  textLength: number;
}

/** Number and lengths of all posts together. */
export interface Totals extends Lengths {
  posts: number;
}

/** Until there are posts enough to say how long they are, they are as long as these. */
const usual = { posts: 100, titleLength: 6, textLength: 50 };

/** How long titles and texts are on average, in terms. */
export function averageOf({ posts, titleLength, textLength }: Totals): Lengths {
  const average = (sum: number, usually: number) => (sum + usual.posts * usually) / (posts + usual.posts);
  return {
    titleLength: average(titleLength, usual.titleLength),
    textLength: average(textLength, usual.textLength),
  };
}
