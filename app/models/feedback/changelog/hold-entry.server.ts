import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { entries } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayPublish } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";

export type HeldEntry = typeof entries.$inferSelect;

/** The entry as it stands now, kept still until the transaction ends; for those who may publish. */
export async function holdEntry(tx: Db, viewer: User, number: number): Promise<HeldEntry> {
  if (!mayPublish(viewer)) throw new DomainError("forbidden");
  const [entry] = await tx.select().from(entries).where(eq(entries.number, number)).for("update");
  if (!entry) throw new DomainError("notFound");
  return entry;
}
