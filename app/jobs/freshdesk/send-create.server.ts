import type { TicketPage } from "~/integrations/freshdesk/list-tickets.server";
import { readSettings } from "~/models/core/settings/settings.server";
import type { Claimed } from "~/models/support/freshdesk/claim-writes.server";
import { findHandedTicket } from "~/models/support/freshdesk/handover-facts.server";
import { findSettings } from "~/models/support/freshdesk/settings.server";
import type { WriteOutcome } from "~/models/support/freshdesk/settle-write.server";
import { findPostFacts } from "~/models/support/freshdesk/write-facts.server";
import type { Account } from "./account";
import { requesterOfHanded } from "./desk/send-handed.server";
import { postAddress, stampTag, statusTag } from "./own-tags";
import { freshdeskTicketText } from "./texts";

/** Clocks differ; a ticket is looked for from so much before it was wanted. Milliseconds. */
const margin = 10 * 60_000;
const source = { portal: 2 };

/** After that long, the search knows of a ticket. Milliseconds. */
const searchLag = 30 * 60_000;

/**
 * The number of the ticket that an earlier try made. It mostly is their requester's; where they have another address by now,
 * it is known by its stamp.
 */
export async function findCreated(account: Account, write: Claimed): Promise<string | undefined> {
  const { freshdesk } = account;
  const requester = await requesterOf(account, write);
  const since = new Date(write.createdAt - margin);
  return (
    (requester && (await findStamped(write, freshdesk.listOfRequester(requester.email, since)))) ??
    (await findByStamp(account, write))
  );
}

/** The list knows of it at once, the search does not; but where it is long ago, the list is long. */
async function findByStamp({ freshdesk, now }: Account, write: Claimed): Promise<string | undefined> {
  const { id, attemptedAt } = write;
  if (now().getTime() - attemptedAt > searchLag) {
    const [found] = (await freshdesk.search(`tag:'${stampTag(id)}'`)).tickets;
    return found && String(found.id);
  }
  return findStamped(write, freshdesk.listUpdatedSince(new Date(attemptedAt - margin), { priority: "visible" }));
}

async function findStamped({ id }: Claimed, pages: AsyncIterable<TicketPage>): Promise<string | undefined> {
  for await (const { tickets } of pages) {
    const ours = tickets.find(({ tags }) => tags.includes(stampTag(id)));
    if (ours) return String(ours.id);
  }
}

export async function sendCreate(account: Account, write: Claimed): Promise<WriteOutcome> {
  const { db, origin, freshdesk } = account;
  const post = write.postId ? await findPostFacts(db, write.postId) : undefined;
  if (!post) return { state: "dropped", reason: "post-gone" };
  const requester = await requesterOf(account, write);
  if (!requester) return { state: "dropped", reason: "no-requester" };
  const { setsTags, addressField } = await findSettings(db);
  const ticket = await freshdesk.createTicket({
    requester,
    subject: post.title,
    description: freshdeskTicketText(post, { origin, stamp: write.id }),
    source: source.portal,
    tags: [stampTag(write.id), ...(setsTags ? ["groundswell", statusTag(post.status)] : [])],
    customFields: addressField ? { [addressField]: postAddress(origin, post.number) } : {},
  });
  return { state: "done", remoteId: String(ticket.id) };
}

/**
 * Whose ticket it is. The author goes by our id of them, because people have several addresses; our support's own
 * tickets belong to its address, which has to be a contact's and not an agent's.
 */
async function requesterOf({ db, env }: Account, { postId, ticketId, data }: Claimed) {
  if (ticketId) {
    const handed = await findHandedTicket(db, ticketId);
    return handed && requesterOfHanded(handed);
  }
  if (data.requester !== "author") {
    if (!env.FRESHDESK_EMAIL) return;
    return { email: env.FRESHDESK_EMAIL, name: (await readSettings(db)).name };
  }
  const { author } = (postId ? await findPostFacts(db, postId) : undefined) ?? {};
  return author?.email ? { email: author.email, name: author.name ?? author.email, externalId: author.id } : undefined;
}
