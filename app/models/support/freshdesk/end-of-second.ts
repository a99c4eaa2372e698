/** Freshdesk's times are whole seconds: the last moment that one of them may stand for. */
export const endOfSecond = (at: Date): Date => new Date(at.getTime() + 999);
