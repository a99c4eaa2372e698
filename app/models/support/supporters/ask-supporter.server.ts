import { and, count, eq, gt, inArray, isNotNull, min, ne, or, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { type Db, rows } from "#db/client.server";
import { follows, posts, supporters, users, votes } from "#db/schema";
import type { SupporterState } from "#db/schema/support/supporters";
import { recordEvent } from "../../core/events/record.server";
import { takeTurns } from "../../core/take-turns.server";
import { readAddress } from "../../core/text/address";
import { hashedAddress, hashedColumn, isHashed } from "../../core/users/hashed-address.server";
import { staff } from "../../core/users/policy";
import { standingFor, withDuplicates } from "../../feedback/posts/duplicates.server";
import { isOpenToEverybody } from "../../feedback/posts/open-to-everybody.server";
import { queueDeliveries } from "../../telling/deliveries/queue-deliveries.server";
import { findSuppression } from "../../telling/deliveries/suppressions.server";
import { forgotten } from "./forget-supporters.server";
import { addressOfAsker, isOurCustomers, ourTickets } from "./waiting.server";

const week = 7 * 24 * 60 * 60_000;
/** Mails of this kind to one address. */
const mostInAWeek = 2;

export type Unasked = { id: string; contactId: string; postId: string };

interface Whom {
  /** Also those whom Freshdesk has to tell of. */
  withFreshdesk: boolean;
  at: Date;
  limit: number;
}

/** Whom to ask now: nobody about a post that strangers may not read, or that is done or closed. */
export const listUnasked = (db: Db, { withFreshdesk, at, limit }: Whom): Promise<Unasked[]> =>
  rows<Unasked>(
    db,
    sql`select supporters.id, supporters.contact_id as "contactId", supporters.post_id as "postId" from supporters
      join posts as linked on linked.id = supporters.post_id
      join posts as root on root.id = coalesce(linked.merged_into, linked.id)
      where supporters.state = 'waiting' and supporters.due_at <= ${at.toISOString()}
        and (${withFreshdesk} or supporters.contact_id like 'sha256:%')
        and ${isOpenToEverybody("root")} and linked.deleted_at is null
        and exists (select from boards where boards.id = linked.board_id and boards.visibility = 'public')
      order by supporters.due_at, supporters.id limit ${limit}`,
  );

/** A contact as Freshdesk knows it, or whoever asked us. */
export interface Customer {
  email: string | null;
  /** One of ours. */
  language: string;
}

/** Whether the contact is somebody who asked us, and no contact of Freshdesk's. */
export const isOurs = ({ contactId }: Unasked): boolean => isHashed(contactId);

/** Whoever asked us, by the tickets that are linked to the post; undefined once they are gone. */
export async function findRequester(db: Db, { contactId, postId }: Unasked): Promise<Customer | undefined> {
  const [requester] = await rows<{ email: string; language: string }>(
    db,
    sql`select ${addressOfAsker} as email, coalesce(asker.language, p.language) as language from ${ourTickets}
      where l.post_id = ${postId} and ${isOurCustomers} and ${hashedColumn(addressOfAsker)} = ${contactId} limit 1`,
  );
  return requester && { email: requester.email, language: requester.language };
}

interface AskSupporter {
  supporterId: string;
  /** Undefined for agents, who are no contacts, and for contacts that are gone. */
  customer: Customer | undefined;
  at?: Date;
}

/** Queues the mail that asks a customer, or writes down why there is none. The same again changes nothing. */
export async function askSupporter(db: Db, { supporterId, customer, at = new Date() }: AskSupporter): Promise<void> {
  await db.transaction(async (tx) => {
    const email = customer?.email && (readAddress(customer.email) ?? customer.email.toLowerCase());
    // Two posts with tickets of one person take turns.
    if (email) await takeTurns(tx, `ask ${email}`);
    const [held] = await tx.select().from(supporters).where(eq(supporters.id, supporterId)).for("update");
    if (held?.state !== "waiting") return;
    const become = (state: SupporterState, values: PgUpdateSetSource<typeof supporters> = {}) =>
      tx
        .update(supporters)
        .set({ state, ...values })
        .where(eq(supporters.id, supporterId));
    if (!customer) return void (await become("nobody"));
    if (!email) return void (await become("unreachable"));
    const emailHash = hashedAddress(email);
    const account = await findAccount(tx, email, held.postId);
    if (account?.isStaff) return void (await become("nobody"));
    const userId = account?.id ?? null;
    const earlier = await findEarlier(tx, { emailHash, supporterId, postId: held.postId });
    if (earlier === "declined") return void (await become("declined", { ...forgotten, emailHash }));
    if (earlier === "asked" || account?.isNotToBeAsked || (await findSuppression(tx, email)))
      return void (await become("unreachable", { emailHash, userId }));
    const dueAt = await findNextTurn(tx, emailHash, at);
    if (dueAt > at) return void (await become("waiting", { emailHash, dueAt }));
    await become("asked", { email, emailHash, userId, language: customer.language, askedAt: at });
    await queueDeliveries(tx, [{ kind: "consent", userId: null, supporterId, to: email, notificationIds: [] }], at);
    const data = { supporterId };
    await recordEvent(tx, { type: "supporter.asked", actorId: null, postId: held.postId, data, at });
  });
}

/** The account of an address; who takes part in the post already, or wants no mail, is not to be asked. */
async function findAccount(tx: Db, email: string, postId: string) {
  const [account] = await tx
    .select({
      id: users.id,
      isStaff: inArray(users.role, [...staff]).mapWith(Boolean),
      isNotToBeAsked: sql<boolean>`(${users.blockedAt} is not null or ${users.mailPace} = 'off'
        or ${posts.authorId} = ${users.id} or ${follows.level} is not null or ${votes.createdAt} is not null)`,
    })
    .from(users)
    .innerJoin(posts, eq(posts.id, standingFor(postId)))
    .leftJoin(follows, and(eq(follows.userId, users.id), eq(follows.postId, posts.id)))
    .leftJoin(votes, and(eq(votes.userId, users.id), eq(votes.postId, posts.id)))
    .where(eq(users.email, email));
  return account;
}

/** What the same address was asked or said about the same post, or about one that is merged with it. */
async function findEarlier(
  tx: Db,
  { emailHash, supporterId, postId }: { emailHash: string; supporterId: string; postId: string },
): Promise<"declined" | "asked" | undefined> {
  const family = withDuplicates(standingFor(postId));
  const found = await tx
    .select({ state: supporters.state })
    .from(supporters)
    .where(
      and(
        eq(supporters.emailHash, emailHash),
        ne(supporters.id, supporterId),
        sql`${supporters.postId} in (${family})`,
        or(isNotNull(supporters.askedAt), eq(supporters.state, "declined")),
      ),
    );
  if (found.length === 0) return;
  return found.some(({ state }) => state === "declined") ? "declined" : "asked";
}

/** When the address may be asked next: now, or a week after the first of its last mails. */
async function findNextTurn(tx: Db, emailHash: string, at: Date): Promise<Date> {
  const [last] = await tx
    .select({ count: count(), first: min(supporters.askedAt) })
    .from(supporters)
    .where(and(eq(supporters.emailHash, emailHash), gt(supporters.askedAt, new Date(at.getTime() - week))));
  if (!last?.first || last.count < mostInAWeek) return at;
  return new Date(last.first.getTime() + week);
}

/** Freshdesk will not tell of this contact at present. */
export async function putOff(db: Db, supporterId: string, dueAt: Date): Promise<void> {
  await db.update(supporters).set({ dueAt }).where(eq(supporters.id, supporterId));
}
