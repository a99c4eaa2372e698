import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { visibleAttachments } from "./visible-attachments.server";

/**
 * A file that the viewer may see, to be sent; `isPublic`: so may everybody.
 * @param others what they may see besides: files of what this wing knows nothing of
 */
export async function findFile(db: Db, viewer: Viewer, id: string, others?: SQL) {
  const { storageKey, name, mediaType, bytes, sha256, width, widths } = attachments;
  const isPublic = sql<boolean>`(${visibleAttachments(db, null)})`;
  const [file] = await db
    .select({ storageKey, name, mediaType, bytes, sha256, width, widths, isPublic })
    .from(attachments)
    .where(and(eq(attachments.id, id), or(visibleAttachments(db, viewer), others)));
  return file;
}
