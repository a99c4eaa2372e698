import type { Db } from "#db/client.server";
import type { User } from "~/models/core/users/viewer";
import {
  assignTicket,
  categorizeTicket,
  prioritizeTicket,
  restrictTicket,
  tagTicket,
  takeTicket,
} from "~/models/support/tickets/change-ticket.server";
import { messageDraft } from "~/models/support/tickets/draft";
import { linkPostToTicket } from "~/models/support/tickets/link-post.server";
import { mergeTickets } from "~/models/support/tickets/merge-tickets.server";
import { moveTicket } from "~/models/support/tickets/move-ticket.server";
import { putAwayTicket } from "~/models/support/tickets/put-away-ticket.server";
import { answerTicket } from "~/models/support/tickets/say-in-ticket.server";
import type { Stage } from "../stage";
import { markdownOf } from "../story";
import { categoryId, type On, postNumber, statusOf, ticketNumber } from "./find-told.server";
import type { AgentDeed } from "./ticket-story";

export async function doAsAgent(tx: Db, deed: AgentDeed, told: On & { viewer: User }, stage: Stage): Promise<void> {
  const { id, ...on } = told;
  if ("answers" in deed) {
    const said = messageDraft.parse({ id, body: markdownOf(deed.answers) });
    await answerTicket(tx, { ...on, ...said, kind: "message", next: deed.next });
  } else if ("notes" in deed) {
    const said = messageDraft.parse({ id, body: markdownOf(deed.notes) });
    await answerTicket(tx, { ...on, ...said, kind: "note" });
  } else await change(tx, deed, on, stage);
}

type Change = Exclude<AgentDeed, { answers: unknown } | { notes: unknown }>;

async function change(tx: Db, deed: Change, on: Omit<On, "id"> & { viewer: User }, { people }: Stage): Promise<void> {
  if ("takes" in deed) return takeTicket(tx, on);
  if ("handsTo" in deed) return assignTicket(tx, { ...on, assigneeId: people[deed.handsTo].id });
  if ("priority" in deed) return prioritizeTicket(tx, { ...on, priority: deed.priority });
  if ("category" in deed) return categorizeTicket(tx, { ...on, categoryId: await categoryId(tx, deed.category) });
  if ("tags" in deed) return tagTicket(tx, { ...on, tags: deed.tags });
  if ("restricts" in deed) return restrictTicket(tx, { ...on, isRestricted: true });
  if ("post" in deed) return linkPostToTicket(tx, { ...on, post: await postNumber(tx, deed.post) });
  if ("into" in deed) return mergeTickets(tx, { ...on, into: await ticketNumber(tx, deed.into) });
  if ("to" in deed) return moveTicket(tx, { ...on, from: await statusOf(tx, on.number), to: deed.to });
  await putAwayTicket(tx, { ...on, as: deed.putsAway });
}
