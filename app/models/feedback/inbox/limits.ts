export const pageLength = 25;

/** Posts are counted up to here. */
export const mostCounted = 200;
