/** What staff may guess a post's effort to be: the larger, the rougher. */
export const efforts = [1, 2, 3, 5, 8, 13] as const;
