export const pageLength = 25;

/** Posts are counted up to here. */
export const mostCounted = 200;

/** Posts that one bulk action may change: a page of them and some more. */
export const mostChosen = 50;
