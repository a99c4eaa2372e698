import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";

/** What the embedded database can be told to `create extension`; a server has them installed. */
export const embeddedExtensions = { pg_trgm };
