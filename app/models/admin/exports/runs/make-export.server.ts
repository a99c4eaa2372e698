import { createReadStream, createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { exportChunks, portalExports, users } from "#db/schema";
import { dropChunks, writeChunks } from "../../../core/files/chunks.server";
import type { FileStore } from "../../../core/files/file-store";
import { withWorkFolder } from "../../../core/files/work-folder.server";
import { queueDeliveries } from "../../../telling/deliveries/queue-deliveries.server";
import { heartbeatPace, isFree, startHeartbeat } from "../../jobs/heartbeat.server";
import { exportPortal } from "../export-portal.server";
import { exportKeptFor, exportLimits } from "./limits";

/** An export that is being made, and which of its makers makes it. */
interface Making {
  id: string;
  attempt: number;
}

/**
 * Makes an export that was asked for, from its beginning however far an earlier try came: first a file beside this
 * process, in one transaction as `exportPortal` wants it, then its bytes in the database, piece by piece. Whoever asked
 * gets a mail in the transaction that makes it ready. Throws what went wrong, so that the queue tries again.
 */
export async function makeExport(db: Db, store: FileStore, id: string, at: Date): Promise<void> {
  const making = await claim(db, id);
  if (making === "nothing to do") return;
  if (making === "held") {
    const startAfter = new Date(Date.now() + heartbeatPace.death);
    return enqueue(db, [{ name: "export-portal", data: { exportId: id }, startAfter }]);
  }
  const run = (change: { done?: number; workedAt: SQL | null }) =>
    db.update(portalExports).set(change).where(isOurs(making));
  const heartbeat = startHeartbeat({
    beat: (done) => run({ done, workedAt: sql`now()` }),
    leave: () => run({ workedAt: null }),
  });
  try {
    await dropChunks(db, exportChunks, id);
    const bytes = await withWorkFolder(async (folder) => {
      const file = path.join(folder, "portal.zip");
      let done = 0;
      const onTable = () => heartbeat.reach((done += 1));
      await exportPortal(db, { store, out: createWriteStream(file), appVersion: await appVersion(), at, onTable });
      return writeChunks(createReadStream(file), (chunk) => keep(db, making, chunk));
    });
    await finish(db, making, { bytes, at });
  } catch (error) {
    if (error instanceof Overtaken) return;
    if (making.attempt >= exportLimits.attempts) {
      await db.update(portalExports).set({ state: "failed", finishedAt: new Date() }).where(isOurs(making));
    }
    throw error;
  } finally {
    await heartbeat.end();
  }
}

/** Somebody deleted the export, or another worker took this one for dead. */
class Overtaken extends Error {}

/** The next attempt for whoever is the only one at it. */
async function claim(db: Db, id: string): Promise<Making | "nothing to do" | "held"> {
  const isOpen = and(eq(portalExports.id, id), eq(portalExports.state, "under_way"));
  const [making] = await db
    .update(portalExports)
    .set({ workedAt: sql`now()`, done: 0, attempt: sql`${portalExports.attempt} + 1` })
    .where(and(isOpen, isFree(portalExports.workedAt)))
    .returning({ id: portalExports.id, attempt: portalExports.attempt });
  if (making) return making;
  return (await db.$count(portalExports, isOpen)) > 0 ? "held" : "nothing to do";
}

const isOurs = ({ id, attempt }: Making) =>
  and(eq(portalExports.id, id), eq(portalExports.attempt, attempt), eq(portalExports.state, "under_way"));

/** Refuses whoever is not at it any more, and keeps the export from being deleted or taken over meanwhile. */
async function hold(tx: Db, making: Making): Promise<void> {
  const held = await tx.select({ id: portalExports.id }).from(portalExports).where(isOurs(making)).for("update");
  if (held.length === 0) throw new Overtaken();
}

async function keep(db: Db, making: Making, chunk: { place: number; bytes: Uint8Array }): Promise<void> {
  await db.transaction(async (tx) => {
    await hold(tx, making);
    await tx.insert(exportChunks).values({ ownerId: making.id, ...chunk });
  });
}

async function finish(db: Db, making: Making, { bytes, at }: { bytes: number; at: Date }): Promise<void> {
  await db.transaction(async (tx) => {
    const expiresAt = new Date(at.getTime() + exportKeptFor);
    const [made] = await tx
      .update(portalExports)
      .set({ state: "ready", bytes, finishedAt: at, expiresAt })
      .where(isOurs(making))
      .returning({ actorId: portalExports.actorId });
    if (!made) throw new Overtaken();
    const asked = and(eq(users.id, made.actorId), isNotNull(users.email));
    const people = await tx.select({ userId: users.id, email: users.email }).from(users).where(asked);
    await queueDeliveries(
      tx,
      people.map(({ userId, email }) => ({ kind: "export", userId, to: email ?? "", notificationIds: [] })),
      at,
    );
  });
}

const appVersion = async (): Promise<string> => JSON.parse(await readFile("package.json", "utf8")).version;
