import { and, eq, isNull, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { boards, follows, freshdeskLinks, freshdeskTickets, mailTokens, posts, supporters } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { findOrCreateUser } from "../../core/sign-in/find-or-create-user.server";
import { hashedColumn } from "../../core/users/hashed-address.server";
import { standingFor } from "../../feedback/posts/duplicates.server";
import { setFollowLevel } from "../../feedback/posts/follow-post.server";
import { canBeVoted } from "../../feedback/posts/lifecycle";
import { mutePost } from "../../feedback/posts/mute-post.server";
import { castVote } from "../../feedback/posts/vote-for-post.server";
import { hashToken } from "../../telling/deliveries/tokens.server";
import { forgotten, hashAddressee } from "./forget-supporters.server";
import { addressOfAsker, isOurCustomers, ourTickets } from "./waiting.server";

/** What a link in a mail of consent is about: the post as anybody may read it today. Undefined for unknown tokens. */
export async function findConsentLink(db: Db, token: string) {
  const [link] = await db
    .select({
      supporterId: supporters.id,
      state: supporters.state,
      postId: supporters.postId,
      post: {
        id: posts.id,
        number: posts.number,
        title: posts.title,
        status: posts.status,
        deletedAt: posts.deletedAt,
      },
      visibility: boards.visibility,
    })
    .from(mailTokens)
    .innerJoin(supporters, eq(supporters.id, mailTokens.supporterId))
    .innerJoin(posts, eq(posts.id, standingFor(supporters.postId)))
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .where(and(eq(mailTokens.hash, hashToken(token)), eq(mailTokens.scope, "consent")));
  if (!link) return;
  const { post, visibility, ...rest } = link;
  return { ...rest, post: visibility === "public" && !post.deletedAt ? post : undefined };
}

/**
 * "Keep me posted": the account of the address, made if there is none, follows the post. It is no vote, unless the post
 * was made of their ticket (docs/decisions/026), and signs nobody in. Again, or after a no, it changes nothing.
 */
export async function agree(db: Db, token: string, at = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const link = await findConsentLink(tx, token);
    if (!link?.post) return;
    const postId = link.post.id;
    await tx.select({ id: posts.id }).from(posts).where(eq(posts.id, postId)).for("update");
    const supporter = await hold(tx, link.supporterId);
    if (supporter?.state !== "asked" || !supporter.email) return;
    const { email, language } = supporter;
    const user = await findOrCreateUser(tx, { email, language: language ?? "en" }, at);
    if (user.blockedAt) throw new DomainError("blocked");
    const [follow] = await tx
      .select({ level: follows.level })
      .from(follows)
      .where(and(eq(follows.postId, postId), eq(follows.userId, user.id)));
    if (!follow || follow.level === "muted")
      await setFollowLevel(tx, { postId, userId: user.id, level: "milestones", at });
    await tx
      .update(supporters)
      .set({ state: "agreed", userId: user.id, email: null, decidedAt: at })
      .where(eq(supporters.id, supporter.id));
    if (canBeVoted(link.post) && (await hasAsked(tx, supporter)))
      await castVote(tx, { viewer: user, number: link.post.number, at });
    const data = { supporterId: supporter.id };
    await recordEvent(tx, { type: "supporter.agreed", actorId: user.id, postId, data, at });
  });
}

/** Whether the post was made of a ticket of this customer. */
async function hasAsked(tx: Db, { postId, contactId }: { postId: string; contactId: string }): Promise<boolean> {
  const [link] = await tx
    .select({ id: freshdeskLinks.id })
    .from(freshdeskLinks)
    .innerJoin(freshdeskTickets, eq(freshdeskTickets.number, freshdeskLinks.ticket))
    .where(
      and(
        eq(freshdeskLinks.postId, postId),
        eq(freshdeskLinks.origin, "post_made"),
        isNull(freshdeskLinks.unlinkedAt),
        eq(freshdeskTickets.requesterId, contactId),
      ),
    )
    .limit(1);
  if (link) return true;
  const ours = await rows(
    tx,
    sql`select 1 as one from ${ourTickets} where l.post_id = ${postId} and l.origin = 'post_made' and ${isOurCustomers}
      and ${hashedColumn(addressOfAsker)} = ${contactId} limit 1`,
  );
  return ours.length > 0;
}

/** "Unlink me": nothing is left of them but hashes, by which they are not asked about this post again. */
export async function unlinkMe(db: Db, token: string, at = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const link = await findConsentLink(tx, token);
    if (!link) return;
    const { supporterId, postId } = link;
    const before = await tx.select().from(supporters).where(eq(supporters.id, supporterId));
    const userId = before[0]?.userId;
    if (before[0]?.state === "agreed" && userId) await mutePost(tx, { userId, postId, at });
    const supporter = await hold(tx, supporterId);
    if (!supporter || supporter.state === "declined") return;
    const { contactId, ...rest } = forgotten;
    const isHashed = supporter.state === "lapsed";
    await tx
      .update(supporters)
      .set({ ...rest, ...(!isHashed && { contactId }), state: "declined", decidedAt: at })
      .where(eq(supporters.id, supporterId));
    await hashAddressee(tx, supporterId);
    await recordEvent(tx, { type: "supporter.declined", actorId: null, postId, data: { supporterId }, at });
  });
}

async function hold(tx: Db, id: string) {
  const [supporter] = await tx.select().from(supporters).where(eq(supporters.id, id)).for("update");
  return supporter;
}
