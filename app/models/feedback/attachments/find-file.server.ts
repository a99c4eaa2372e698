import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { isOwnLoose, visibleAttachments } from "./visible-attachments.server";

interface Besides {
  /** Files of what this wing knows nothing of. */
  others?: SQL;
  /** What somebody without an account has sent themselves. */
  guest?: string;
  /** Nothing but these: the portal is not theirs to read. */
  isOutside?: boolean;
}

/** A file that the viewer may see, to be sent; `isPublic`: so may everybody. */
export async function findFile(db: Db, viewer: Viewer, id: string, { others, guest, isOutside }: Besides = {}) {
  const { storageKey, name, mediaType, bytes, sha256, width, widths } = attachments;
  const isPublic = sql<boolean>`(${visibleAttachments(db, null)})`;
  const [file] = await db
    .select({ storageKey, name, mediaType, bytes, sha256, width, widths, isPublic })
    .from(attachments)
    .where(
      and(
        eq(attachments.id, id),
        or(
          isOutside ? sql`false` : visibleAttachments(db, viewer),
          guest === undefined ? undefined : isOwnLoose({ guest }),
          others,
        ),
      ),
    );
  return file;
}
