import { and, eq, inArray, isNull, notInArray, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { freshdeskLinks, freshdeskTickets, posts, users } from "#db/schema";
import type { FreshdeskTicketState } from "#db/schema/support/freshdesk";
import { canMove } from "../../feedback/posts/lifecycle";
import type { Move } from "../../feedback/posts/move";
import { movePost } from "../../feedback/posts/move-post.server";
import { isOffered } from "../../feedback/posts/offered.server";
import { keepLog } from "./keep-log.server";
import { findSettings } from "./settings.server";
import { solvedFreshdeskTickets } from "./ticket-statuses";

interface Known {
  status: number | null;
  expectedStatus: number | null;
}

interface Seen {
  number: number;
  state: FreshdeskTicketState;
  ticket?: { status: number };
  at: Date;
}

/**
 * Moves posts where the administrator has set a rule for it: when the last of a post's tickets is solved, or one is
 * opened again, by somebody in Freshdesk. In the name of whoever set the rules; a move that cannot be is not made.
 */
export async function followRules(tx: Db, known: Known, { number, state, ticket, at }: Seen, postIds: string[]) {
  if (state !== "here" || !ticket || known.status === null || ticket.status === known.expectedStatus) return;
  const [was, is] = [solvedFreshdeskTickets.includes(known.status), solvedFreshdeskTickets.includes(ticket.status)];
  if (was === is) return;
  const { rules, rulesBy } = await findSettings(tx);
  const rule = is ? rules.solved : rules.reopened;
  const [viewer] = rule && rulesBy ? await tx.select().from(users).where(eq(users.id, rulesBy)) : [];
  if (!rule || !viewer) return;
  const concerned = await tx
    .select({ id: posts.id, number: posts.number, kind: posts.kind, status: posts.status })
    .from(posts)
    .where(and(inArray(posts.id, postIds), isNull(posts.deletedAt), isNull(posts.mergedInto)));
  for (const post of concerned) {
    const to = rule[post.kind];
    if (!to || !canMove(post, to) || !(await isOffered(tx, to))) continue;
    if (is && (await hasUnsolved(tx, post.id, number))) continue;
    await movePost(tx, { viewer, number: post.number, from: post.status, move: { to, answer: "" } as Move, at });
    await keepLog(tx, [{ ticket: number, postId: post.id, kind: "rule_moved", params: { to }, at }]);
  }
}

/** Whether another ticket of the post is still to be solved. */
async function hasUnsolved(tx: Db, postId: string, except: number): Promise<boolean> {
  const isOpen = or(isNull(freshdeskTickets.status), notInArray(freshdeskTickets.status, solvedFreshdeskTickets));
  const open = await tx
    .select({ id: freshdeskLinks.id })
    .from(freshdeskLinks)
    .leftJoin(freshdeskTickets, eq(freshdeskTickets.number, freshdeskLinks.ticket))
    .where(
      and(
        eq(freshdeskLinks.postId, postId),
        isNull(freshdeskLinks.unlinkedAt),
        notInArray(freshdeskLinks.ticket, [except]),
        or(isNull(freshdeskTickets.state), eq(freshdeskTickets.state, "here")),
        isOpen,
      ),
    )
    .limit(1);
  return open.length > 0;
}
