import { customType } from "drizzle-orm/pg-core";

/** The number of a transaction, which no other has had since the database server was set up; as a text, as it may be large. */
export const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });
