import type { Db } from "#db/client.server";
import type { User } from "../../core/users/viewer";
import type { Attachment, Place } from "./attachment";
import { holdPlace } from "./hold-place.server";
import { listAt } from "./list-attachments.server";

/**
 * What is attached to a text that the viewer may change, and the number of its post. Throws `notFound`, `forbidden` or
 * `postMerged`.
 */
export async function findPlace(db: Db, viewer: User, place: Place): Promise<{ number: number; files: Attachment[] }> {
  return db.transaction(async (tx) => {
    const { number } = await holdPlace(tx, viewer, place);
    return { number, files: await listAt(tx, viewer, place) };
  });
}
