import { count, eq, max, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { takeTurns } from "../../core/take-turns.server";
import { holdAccount } from "../../core/users/hold-account.server";
import type { User } from "../../core/users/viewer";
import { eventAt, findSent, isAt, keysOfPlace } from "./at-place.server";
import { type Attachment, type Destination, type FileSender, isGuest, type Place, type Sent } from "./attachment";
import { columnsShown } from "./columns-shown.server";
import { type HeldPlace, holdPlace } from "./hold-place.server";
import { type FileLimits, mostUnattached } from "./limits";
import { isOwnedBy, isOwnLoose } from "./visible-attachments.server";

interface Asked {
  viewer: FileSender;
  to: Destination;
  limits: FileLimits;
}

export type Row = Pick<
  typeof attachments.$inferInsert,
  "id" | "storageKey" | "name" | "mediaType" | "bytes" | "sha256" | "width" | "height" | "widths"
>;

/** A file that the viewer has sent under this id before. Throws `idTaken` for one of somebody else. */
export async function findSame(db: Db, viewer: FileSender, id: string): Promise<Attachment | undefined> {
  const [found] = await db
    .select({
      ...columnsShown,
      isOwn: sql<boolean>`coalesce(${isOwnedBy(viewer)}, false)`,
      removedAt: attachments.removedAt,
    })
    .from(attachments)
    .where(eq(attachments.id, id));
  if (!found) return;
  const { isOwn, removedAt, ...attachment } = found;
  if (!isOwn || removedAt) throw new DomainError("idTaken");
  return attachment;
}

/** Refuses a file before it is read; what comes to be meanwhile is seen to when it is kept. */
export async function requireRoom(db: Db, { viewer, to, limits }: Asked): Promise<void> {
  await db.transaction(async (tx) => {
    const { kind, id } = to;
    if (kind !== "draft") await holdPlace(tx, requireAccount(viewer), { kind, id });
    await requireFew(tx, { viewer, to, limits });
  });
}

/**
 * Writes down a file whose bytes lie where they belong; not `isOurs` where another copy was quicker. Throws `signInFirst`
 * where the viewer's account was deleted while it came.
 */
export async function keepAttachment(
  db: Db,
  { viewer, to, limits, row, at }: Asked & { row: Row; at: Date },
): Promise<{ attachment: Attachment; isOurs: boolean }> {
  return db.transaction(async (tx) => {
    if (!isGuest(viewer)) await holdAccount(tx, viewer.id);
    // Those who send a text under this id wait for the same (core/settle-id).
    if (to.kind === "draft") await takeTurns(tx, to.id);
    const place: Place | Sent | undefined =
      to.kind === "draft" ? await findSent(tx, viewer, to.id) : { kind: to.kind, id: to.id };
    const held =
      place && place.kind !== "ticketMessage" ? await holdPlace(tx, requireAccount(viewer), place) : undefined;
    const same = await findSame(tx, viewer, row.id);
    if (same) return { attachment: same, isOurs: false };
    const there = place ?? to;
    await requireFew(tx, { viewer, to: there, limits });
    const [last] = await tx
      .select({ position: max(attachments.position) })
      .from(attachments)
      .where(isAt(there, viewer));
    const belongs = place ? keysOfPlace(place) : { draftId: to.id };
    const [attachment] = await tx
      .insert(attachments)
      .values({ ...row, ...belongs, ...ownerOf(viewer), position: (last?.position ?? 0) + 1, createdAt: at })
      .onConflictDoNothing()
      .returning(columnsShown);
    if (!attachment) return { attachment: await mustFindSame(tx, viewer, row.id), isOurs: false };
    if (held) await tell(tx, held, { viewer: requireAccount(viewer), attachmentId: row.id, at });
    return { attachment, isOurs: true };
  });
}

const ownerOf = (viewer: FileSender) => (isGuest(viewer) ? { guest: viewer.guest } : { uploaderId: viewer.id });

/** Without one, files go to what is still being written only. */
function requireAccount(viewer: FileSender): User {
  if (isGuest(viewer)) throw new DomainError("signInFirst");
  return viewer;
}

const tell = (tx: Db, held: HeldPlace, happened: { viewer: User; attachmentId: string; at: Date }) =>
  recordEvent(tx, eventAt(held, { what: "added", ...happened }));

async function mustFindSame(tx: Db, viewer: FileSender, id: string): Promise<Attachment> {
  const same = await findSame(tx, viewer, id);
  if (!same) throw new DomainError("idTaken");
  return same;
}

async function requireFew(
  tx: Db,
  { viewer, to, limits }: Omit<Asked, "to"> & { to: Destination | Sent },
): Promise<void> {
  const [there] = await tx.select({ count: count() }).from(attachments).where(isAt(to, viewer));
  if ((there?.count ?? 0) >= limits.filesPerText) throw tooMany(limits.filesPerText);
  if (to.kind !== "draft") return;
  // A browser is somebody else whenever it likes: of guests, the limits of requests count.
  if (isGuest(viewer)) return;
  const [loose] = await tx.select({ count: count() }).from(attachments).where(isOwnLoose(viewer));
  if ((loose?.count ?? 0) >= mostUnattached) throw tooMany(mostUnattached);
}

const tooMany = (most: number) => new DomainError("tooManyFiles", { params: { count: most } });
