import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { changeHandle } from "../../core/users/change-handle.server";
import { setName } from "../../core/users/set-name.server";
import type { User } from "../../core/users/viewer";
import { replanWaiting } from "../../telling/notifications/replan-waiting.server";
import { listWatchedBoards, watchBoards } from "../boards/watch-boards.server";
import type { Preferences } from "./draft";

const columns = {
  name: users.name,
  handle: users.handle,
  language: users.language,
  timeZone: users.timeZone,
  mailPace: users.mailPace,
  movesInDigest: users.movesInDigest,
  digestHour: users.digestHour,
  digestDay: users.digestDay,
  hidesName: users.hidesName,
};

/** How the viewer is called, and wants to be told. */
export async function findPreferences(db: Db, viewer: User) {
  const [[preferences], boardIds] = await Promise.all([
    db.select(columns).from(users).where(eq(users.id, viewer.id)),
    listWatchedBoards(db, viewer),
  ]);
  if (!preferences) throw new DomainError("notFound");
  return { ...preferences, boardIds };
}

/** Preferences that decide when mail is sent: changing them plans what waits anew. */
const aboutMail: ReadonlySet<string> = new Set(["timeZone", "mailPace", "movesInDigest", "digestHour", "digestDay"]);

interface SavePreferences {
  viewer: User;
  preferences: Preferences;
  at?: Date;
}

/**
 * Changes how the viewer is called and told; mail that is waiting comes as they want it from now on. Throws
 * `notFound`, `handleReserved` or `handleTaken`.
 */
export async function savePreferences(
  db: Db,
  { viewer, preferences: { name, handle, boardIds, ...wishes }, at = new Date() }: SavePreferences,
): Promise<void> {
  await db.transaction(async (tx) => {
    await changeHandle(tx, { viewer, handle, at });
    await setName(tx, { viewer, name, at });
    const [before] = await tx.select(columns).from(users).where(eq(users.id, viewer.id)).for("update");
    if (!before) throw new DomainError("notFound");
    const fields: string[] = (Object.keys(wishes) as (keyof typeof wishes)[]).filter(
      (key) => before[key] !== wishes[key],
    );
    if (fields.length > 0) await tx.update(users).set(wishes).where(eq(users.id, viewer.id));
    if (fields.some((key) => aboutMail.has(key))) await replanWaiting(tx, viewer.id, wishes, at);
    if (await watchBoards(tx, viewer, boardIds)) fields.push("boardIds");
    if (fields.length === 0) return;
    await recordEvent(tx, { type: "user.preferences_changed", actorId: viewer.id, data: { fields }, at });
  });
}
