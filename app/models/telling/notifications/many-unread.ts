/** From here on it does not matter how many there are. */
export const manyUnread = 100;
