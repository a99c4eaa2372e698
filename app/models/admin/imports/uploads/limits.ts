/** What somebody may send to be imported: bytes of the file, bytes of each of its pieces in the database, milliseconds that it waits. */
export const uploadLimits = { bytes: 1_000_000_000, keptFor: 24 * 60 * 60 * 1000 } as const;
