/** Subscribers are counted up to here; beyond it the page says "1,000+". */
export const manySubscribers = 1000;
