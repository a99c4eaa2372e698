import type { WriteKind } from "#db/schema/support/freshdesk";
import type { Claimed } from "~/models/support/freshdesk/claim-writes.server";
import type { WriteOutcome } from "~/models/support/freshdesk/settle-write.server";
import { findMergeFacts, findMoveFacts } from "~/models/support/freshdesk/write-facts.server";
import type { Account } from "./account";
import { sendHanded } from "./desk/send-handed.server";
import { findCreated, sendCreate } from "./send-create.server";
import { sendUpdate } from "./send-update.server";
import { mergeNote, moveNote, moveReply, stampOf } from "./texts";

/** The id of a write in Freshdesk if it has arrived there; asked only where it may have. */
export async function findArrived(account: Account, write: Claimed): Promise<string | undefined> {
  if (write.kind === "create") return findCreated(account, write);
  if (looksItself.has(write.kind) || !write.ticket) return undefined;
  const said = await account.freshdesk.listConversations(write.ticket, "visible");
  return said.find(({ body }) => body.includes(stampOf(write.id)))?.id;
}

/** These write only what differs. */
const looksItself: ReadonlySet<WriteKind> = new Set<WriteKind>(["update", "rating", "merge"]);

/** Sends one write; throws what Freshdesk has against it. */
export async function sendWrite(account: Account, write: Claimed): Promise<WriteOutcome> {
  if (write.ticketId) return sendHanded(account, { ...write, ticketId: write.ticketId });
  if (write.kind === "create") return sendCreate(account, write);
  if (!write.ticket) return { state: "dropped", reason: "ticket-gone" };
  if (write.kind === "update") return sendUpdate(account, { ...write, ticket: write.ticket });
  const body = await textOf(account, write);
  if (!body) return { state: "dropped", reason: "post-gone" };
  if (body === hidden) return { state: "dropped", reason: "post-hidden" };
  const { freshdesk } = account;
  const { id } =
    write.kind === "note" ? await freshdesk.addNote(write.ticket, { body }) : await freshdesk.reply(write.ticket, body);
  return { state: "done", remoteId: id };
}

const hidden = Symbol("not for the public");

async function textOf({ db, origin }: Account, { id, kind, data }: Claimed) {
  const about = { origin, stamp: id };
  if (data.mergeId) {
    const merge = await findMergeFacts(db, data.mergeId);
    return merge && mergeNote(merge, { ...about, isUndone: data.isUndone ?? false });
  }
  const move = data.moveId ? await findMoveFacts(db, data.moveId) : undefined;
  if (!move || kind !== "reply") return move && moveNote(move, about);
  // Since the reply was queued, the post may have gone where a customer is told of nothing.
  return move.isPublic ? moveReply(move, about) : hidden;
}
