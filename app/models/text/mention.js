// Plain JavaScript, because markdown.worker.js runs as it is.

/** Somebody's handle in a text, `@like-this`; not in an address, a path or a longer word. */
export const mention = /(?<![\w@/.-])@([a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?)(?![\w-]|\.\w)/gi;
