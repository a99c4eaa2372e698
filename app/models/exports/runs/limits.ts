/**
 * How long an export is kept; how often (milliseconds) its job says that it is alive, and when it is taken for dead; and
 * how often it is tried.
 */
export const exportLimits = { days: 7, sign: 1000, death: 40_000, attempts: 4 } as const;
