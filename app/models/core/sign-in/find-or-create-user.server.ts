import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import { recordEvent } from "../events/record.server";

/** The account of an address whose owner has proved to read its mail. */
export async function findOrCreateUser(tx: Db, { email, language }: { email: string; language: string }, at: Date) {
  const id = uuid();
  const [created] = await tx
    .insert(users)
    .values({ id, email, language, createdAt: at })
    .onConflictDoNothing()
    .returning();
  if (created) {
    await recordEvent(tx, { type: "user.signed_up", actorId: id, data: {}, at });
    return created;
  }
  const [known] = await tx.select().from(users).where(eq(users.email, email));
  if (!known) throw new Error("A user was there and is gone within one transaction.");
  return known;
}
