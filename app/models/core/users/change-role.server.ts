import { and, count, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import type { Role } from "#db/schema/core/users";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record.server";
import { takeTurns } from "../take-turns.server";
import { leaveDesk, leaveTeam } from "./leave-team.server";
import { handlers, mayAdminister, staff } from "./policy";
import type { User } from "./viewer";

interface ChangeRole {
  viewer: User;
  userId: string;
  role: Role;
  at?: Date;
}

/**
 * Gives somebody another role; there is always one administrator left. Throws `forbidden`, `notFound` or `lastAdmin`.
 */
export async function changeRole(db: Db, { viewer, userId, role, at = new Date() }: ChangeRole): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await takeTurnsForRoles(tx);
    const [user] = await tx
      .select({ role: users.role })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.deletedAt)))
      // Not against those who only refer to the person: a vote that is being cast holds its post already.
      .for("no key update");
    if (!user) throw new DomainError("notFound");
    if (user.role === role) return;
    if (user.role === "admin") await requireAnotherAdmin(tx);
    await tx.update(users).set({ role }).where(eq(users.id, userId));
    const leaving = { actorId: viewer.id, userId, at };
    if (!staff.includes(role)) await leaveTeam(tx, leaving);
    else if (!handlers.includes(role)) await leaveDesk(tx, leaving);
    await recordEvent(tx, {
      type: "user.role_changed",
      actorId: viewer.id,
      data: { userId, from: user.role, to: role },
      at,
    });
  });
}

/** One after the other, so that two who leave together do not leave nobody. */
export async function takeTurnsForRoles(tx: Db): Promise<void> {
  await takeTurns(tx, "roles");
}

export async function requireAnotherAdmin(tx: Db): Promise<void> {
  const [admins] = await tx.select({ count: count() }).from(users).where(eq(users.role, "admin"));
  if ((admins?.count ?? 0) < 2) throw new DomainError("lastAdmin");
}
