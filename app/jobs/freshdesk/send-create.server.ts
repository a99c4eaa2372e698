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

/** The number of the ticket that an earlier try made; the list knows of it at once, the search does not. */
export async function findCreated(account: Account, write: Claimed): Promise<string | undefined> {
  const requester = await requesterOf(account, write);
  if (!requester) return undefined;
  const since = new Date(write.createdAt - margin);
  for await (const { tickets } of account.freshdesk.listOfRequester(requester.email, since)) {
    const ours = tickets.find(({ tags }) => tags.includes(stampTag(write.id)));
    if (ours) return String(ours.id);
  }
  return undefined;
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
