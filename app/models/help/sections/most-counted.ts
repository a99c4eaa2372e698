/** Articles of a section are counted up to here. */
export const mostArticlesCounted = 200;
