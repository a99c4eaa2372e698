/** What a view shows is counted up to here. */
export const mostOfView = 99;
