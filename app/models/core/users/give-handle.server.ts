import { and, eq, isNotNull, isNull, like, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import { recordEvents } from "../events/record.server";
import { takeTurns } from "../take-turns.server";
import { handleFrom, isReserved } from "./handle";

/** One after the other, so that two people of one name get two handles. Comes before any lock on a person. */
export async function takeTurnsForHandles(tx: Db): Promise<void> {
  await takeTurns(tx, "handles");
}

/** Gives a person of that name a handle, unless they have one. */
export async function giveHandle(tx: Db, person: { id: string; name: string }, at: Date): Promise<void> {
  await takeTurnsForHandles(tx);
  const handle = await findFreeHandle(tx, person);
  const given = await tx
    .update(users)
    .set({ handle })
    .where(and(eq(users.id, person.id), isNull(users.handle)))
    .returning({ id: users.id });
  const data = { from: null, to: handle };
  await recordEvents(
    tx,
    given.map(({ id }) => ({ type: "user.handle_changed", actorId: id, data, at })),
  );
}

/** The same for everybody with a name and an address who has none yet, as after an import. */
export async function giveMissingHandles(db: Db, at = new Date()): Promise<void> {
  const page = 200;
  for (let found = page; found === page; ) {
    found = await db.transaction(async (tx) => {
      const people = await tx
        .select({ id: users.id, name: users.name })
        .from(users)
        .where(and(isNull(users.handle), isNotNull(users.name), isNotNull(users.email)))
        .limit(page);
      for (const { id, name } of people) await giveHandle(tx, { id, name: name ?? "" }, at);
      return people.length;
    });
  }
}

async function findFreeHandle(tx: Db, { id, name }: { id: string; name: string }): Promise<string> {
  const wanted = handleFrom(name) ?? `person-${id.slice(-4)}`;
  const similar = await tx
    .select({ handle: users.handle })
    .from(users)
    .where(or(eq(users.handle, wanted), like(users.handle, `${wanted}-%`)));
  const taken = new Set(similar.map(({ handle }) => handle));
  let handle = wanted;
  for (let next = 2; taken.has(handle) || isReserved(handle); next += 1) handle = `${wanted}-${next}`;
  return handle;
}
