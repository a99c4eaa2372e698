import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { freshdeskReads, freshdeskWrites } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayHandleTickets } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";

/** How many tickets are being opened about a post: Freshdesk has not given them a number yet. */
export async function countOpenings(db: Db, viewer: Viewer, postId: string): Promise<number> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  return db.$count(
    freshdeskWrites,
    and(
      eq(freshdeskWrites.postId, postId),
      eq(freshdeskWrites.kind, "create"),
      sql`${freshdeskWrites.state} in ('queued', 'sending', 'uncertain')`,
    ),
  );
}

/** Whether a ticket is about to be read. */
export async function isToBeRead(db: Db, viewer: Viewer, ticket: number): Promise<boolean> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  return (await db.$count(freshdeskReads, eq(freshdeskReads.ticket, ticket))) > 0;
}
