import { or, type SQL, sql } from "drizzle-orm";
import type { Visibility } from "#db/schema/feedback/boards";
import { kindNames, searchKinds } from "./kinds.server";

/** Whether it is those who see boards of this visibility that see a row of `search_documents`, as things are now. */
export const isSeenBy = (visibility: Visibility): SQL =>
  or(...kindNames.map((kind) => searchKinds[kind].isSeenBy(visibility))) ?? sql`false`;
