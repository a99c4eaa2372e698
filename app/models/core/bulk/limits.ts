/** What one bulk action may change: a page of a list and some more. */
export const mostChosen = 50;
