// Plain JavaScript, because markdown.worker.js runs as it is.

/**
 * Somebody's handle in a text, `@like-this`; not in an address, a path or a longer word. `@types/node` is the name of
 * a package, and mentions nobody.
 */
export const mention = /(?<![\w@/.-])@([a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?)(?![\w-]|\.\w|\/[^\s@])/gi;
