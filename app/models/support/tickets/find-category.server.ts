import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketCategories } from "#db/schema";
import { DomainError } from "../../core/domain-error";

/** A category that tickets can be given. Throws `categoryNotFound`. */
export async function findCategory(tx: Db, categoryId: number) {
  const { id, usualPriority, templates } = ticketCategories;
  const [category] = await tx
    .select({ id, usualPriority, templates })
    .from(ticketCategories)
    .where(and(eq(id, categoryId), isNull(ticketCategories.archivedAt)));
  if (!category) throw new DomainError("categoryNotFound", { field: "categoryId" });
  return category;
}
