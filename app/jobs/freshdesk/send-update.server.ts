import { FreshdeskError } from "~/integrations/freshdesk/freshdesk-error";
import type { Ticket } from "~/integrations/freshdesk/shapes";
import type { TicketChanges } from "~/integrations/freshdesk/write-tickets.server";
import type { Claimed } from "~/models/support/freshdesk/claim-writes.server";
import { expectStatus, noteFreshdeskTicketSeen } from "~/models/support/freshdesk/note-ticket-seen.server";
import { findSettings } from "~/models/support/freshdesk/settings.server";
import type { WriteOutcome } from "~/models/support/freshdesk/settle-write.server";
import { isLatestMove, listPostsOfFreshdeskTicket } from "~/models/support/freshdesk/write-facts.server";
import type { Account } from "./account";
import { changedAddress, changedTags } from "./own-tags";
import { sightingOf } from "./sightings";

/**
 * Makes a ticket look as its posts stand now: the status that the mapping has for the latest move, our tags, and the
 * post's address. Looks first and writes only what differs, so that it may be done again.
 */
export async function sendUpdate(account: Account, write: Claimed & { ticket: number }): Promise<WriteOutcome> {
  const { db, freshdesk, now } = account;
  const at = now();
  // A closed ticket may have been merged, and a new status would open it again.
  const found = await freshdesk.getTicket(write.ticket, { priority: "visible" });
  await noteFreshdeskTicketSeen(db, sightingOf(write.ticket, found, { via: "number", at }));
  if (found.state !== "here") return { state: "dropped", reason: "ticket-gone" };
  const changes = await changesFor(account, write, found.ticket);
  if (Object.keys(changes).length === 0) return { state: "dropped", reason: "nothing-to-change" };
  await send(account, write.ticket, changes);
  return { state: "done", remoteId: String(write.ticket) };
}

async function changesFor(
  { db, origin }: Account,
  { data, ticket: number }: Claimed & { ticket: number },
  ticket: Ticket,
): Promise<TicketChanges> {
  const { setsTags, addressField } = await findSettings(db);
  const posts = await listPostsOfFreshdeskTicket(db, number);
  const tags = changedTags(ticket.tags, { posts, setsTags });
  const address = addressField ? changedAddress(ticket.customFields[addressField], posts, origin) : undefined;
  const mayMove = data.status && data.moveId && posts.length > 0 && (await isLatestMove(db, data.moveId));
  const status = mayMove && ticket.status !== data.status ? data.status : undefined;
  return {
    ...(status && { status }),
    ...(tags && { tags }),
    ...(addressField && address !== undefined && { customFields: { [addressField]: address } }),
  };
}

async function send({ db, freshdesk, now }: Account, ticket: number, changes: TicketChanges): Promise<void> {
  if (changes.status) await expectStatus(db, ticket, changes.status);
  try {
    const updated = await freshdesk.updateTicket(ticket, changes);
    await noteFreshdeskTicketSeen(
      db,
      sightingOf(ticket, { state: "here", ticket: updated }, { via: "write", at: now() }),
    );
  } catch (error) {
    const isThere = !(error instanceof FreshdeskError) || error.kind === "uncertain";
    if (changes.status && !isThere) await expectStatus(db, ticket, null);
    throw error;
  }
}
