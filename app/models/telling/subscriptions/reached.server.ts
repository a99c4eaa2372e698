import { and, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { subscribers, users } from "#db/schema";
import { isAbout, type Topic } from "./topic.server";

/** Rows of `subscribers`, with their `users`, that can be mailed; an address whose account subscribed counts once. */
export const reachedSubscribers = (subject: Topic): SQL | undefined =>
  and(
    isAbout(subject),
    isNotNull(subscribers.confirmedAt),
    or(isNull(subscribers.userId), and(isNotNull(users.email), isNull(users.blockedAt))),
    // Asked for each of the few that are looked at, rather than joined with everybody.
    sql`(select true from users as owners join subscribers as theirs on theirs.user_id = owners.id
      where owners.email = ${subscribers.email} and coalesce(theirs.roadmap_id, 0) = ${subject.roadmapId ?? 0}
      limit 1) is null`,
  );

/** The address that a subscriber's mail goes to. */
export const addressOf = sql<string>`coalesce(${users.email}, ${subscribers.email})`;
