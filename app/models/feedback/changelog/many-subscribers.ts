/** Beyond these nobody counts them: "1,000+". */
export const manySubscribers = 1000;
