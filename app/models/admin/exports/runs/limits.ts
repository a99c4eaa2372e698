/** How long an export is kept, and how often it is tried. */
export const exportLimits = { days: 7, attempts: 4 } as const;

/** Milliseconds. */
export const exportKeptFor = exportLimits.days * 24 * 60 * 60_000;
