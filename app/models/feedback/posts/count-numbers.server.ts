import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { numbering } from "#db/schema";

/** How many numbers posts have been given: no post has a larger one. */
export async function countNumbers(db: Db): Promise<number> {
  const [row] = await db.select({ last: numbering.last }).from(numbering).where(eq(numbering.name, "post"));
  return row?.last ?? 0;
}
