/**
 * Options of a simulator's server. Its connections rest longer than a client keeps them: closed from this side first,
 * on a busy machine, one can be closed just as its next request comes, and that request is lost.
 */
export const keepAlive = { keepAliveTimeout: 60_000 };
