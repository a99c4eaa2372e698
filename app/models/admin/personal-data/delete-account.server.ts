import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import {
  boardGuests,
  boardWatchers,
  identities,
  invitations,
  passkeys,
  personalTokens,
  sessions,
  signIns,
  users,
} from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { requireAnotherAdmin, takeTurnsForRoles } from "../../core/users/change-role.server";
import { leaveTeam } from "../../core/users/leave-team.server";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { forgetSupporters } from "../../support/supporters/forget-supporters.server";
import { forgetTicketPerson } from "../../support/tickets/forget-tickets.server";
import { forgetSubscription } from "../../telling/subscriptions/forget-subscribers.server";
import { forgetInJobs } from "../jobs/forget-in-jobs.server";
import { blankEvents } from "./blank-events.server";
import type { Texts } from "./draft";
import { forgetMail } from "./forget-mail.server";
import { removeFiles, removeUnseenFiles } from "./remove-files.server";
import { emptyDeletedComments, removeTexts } from "./remove-texts.server";

interface DeleteAccount {
  viewer: User;
  /** The viewer, or whoever asked an administrator for it. */
  userId: string;
  /** What is to become of posts and comments. */
  texts: Texts;
  at?: Date;
}

/**
 * Deletes an account: what the person did stays, and nothing says any more who it was. Votes go on counting, since
 * decisions were made on their number. What takes long, or waits for a mail under way, follows in `forget-traces`.
 * Throws `forbidden`, `notFound` or `lastAdmin`.
 */
export async function deleteAccount(db: Db, { viewer, userId, texts, at = new Date() }: DeleteAccount): Promise<void> {
  if (viewer.id !== userId && !mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await takeTurnsForRoles(tx);
    const person = await holdPerson(tx, userId);
    if (person.role === "admin") await requireAnotherAdmin(tx);
    const asked = { actorId: viewer.id, userId, at };
    if (texts === "removed") {
      await removeFiles(tx, asked);
      await removeTexts(tx, asked);
    } else {
      await emptyDeletedComments(tx, userId);
      await removeUnseenFiles(tx, asked);
    }
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await tx.delete(identities).where(eq(identities.userId, userId));
    await tx.delete(passkeys).where(eq(passkeys.userId, userId));
    await tx.delete(personalTokens).where(eq(personalTokens.userId, userId));
    await tx.delete(boardGuests).where(eq(boardGuests.userId, userId));
    await tx.delete(boardWatchers).where(eq(boardWatchers.userId, userId));
    await leaveTeam(tx, { actorId: viewer.id, userId, at });
    if (person.email) {
      await tx.delete(signIns).where(eq(signIns.email, person.email));
      await tx.delete(invitations).where(eq(invitations.email, person.email));
      await forgetInJobs(tx, person.email);
    }
    await forgetSupporters(tx, person);
    await forgetTicketPerson(tx, { id: userId, email: person.email, texts });
    await forgetSubscription(tx, person);
    await forgetMail(tx, person);
    await blankEvents(tx, person);
    await tx
      .update(users)
      .set({ ...nobody, deletedAt: at })
      .where(eq(users.id, userId));
    await recordEvent(tx, { type: "user.deleted", actorId: viewer.id, data: { userId, texts }, at });
  });
}

/** Not against those who only refer to the person: a vote that is being cast holds its post already. */
async function holdPerson(tx: Db, userId: string) {
  const [person] = await tx.select().from(users).where(eq(users.id, userId)).for("no key update");
  if (!person || person.deletedAt) throw new DomainError("notFound");
  return person;
}

const nobody = {
  email: null,
  name: null,
  handle: null,
  role: "member",
  language: "en",
  timeZone: "UTC",
  mailPace: "off",
  movesInDigest: false,
  digestHour: 8,
  digestDay: 1,
  hidesName: true,
  changelogSeenAt: null,
} as const;
