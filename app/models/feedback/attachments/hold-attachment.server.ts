import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { placeOf } from "./at-place.server";
import { type FileSender, isGuest } from "./attachment";
import { type HeldPlace, holdPlace } from "./hold-place.server";

/**
 * A file that the viewer may change, and what it belongs to, kept still until the transaction ends; `held` is undefined
 * while it belongs to nothing. Throws `notFound`, `forbidden` or `postMerged`.
 */
export async function holdAttachment(tx: Db, viewer: FileSender, id: string) {
  const isThere = and(eq(attachments.id, id), isNull(attachments.removedAt));
  const select = () => tx.select().from(attachments).where(isThere);
  const [seen] = await select();
  const place = seen && placeOf(seen);
  const isOwn = seen && (isGuest(viewer) ? seen.guest === viewer.guest : seen.uploaderId === viewer.id);
  if (!seen || seen.ticketMessageId || (place ? isGuest(viewer) : !isOwn)) throw new DomainError("notFound");
  // What it belongs to first, as everybody does.
  const held: HeldPlace | undefined = place && !isGuest(viewer) ? await holdPlace(tx, viewer, place) : undefined;
  const [attachment] = await select().for("update");
  if (!attachment) throw new DomainError("notFound");
  return { attachment, held };
}
