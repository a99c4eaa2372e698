import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const ticketSamples = {
  "ticket.opened": { messageId: id, source: "page", by: "requester" },
  "ticket.answered": { messageId: id, by: "agent" },
  "ticket.held": { messageId: id },
  "ticket.let_in": { messageId: id },
  "ticket.thrown_away": { messageId: id },
  "ticket.noted": { messageId: id },
  "ticket.moved": { from: "open", to: "resolved", by: "agent" },
  "ticket.assigned": { from: null, to: id },
  "ticket.prioritized": { from: "low", to: "urgent" },
  "ticket.categorized": { from: 1, to: 2 },
  "ticket.tagged": { added: ["export"], removed: ["login"] },
  "ticket.renamed": { from: "It", to: "It burns" },
  "ticket.restricted": { isRestricted: true },
  "ticket.merged": { into: id, number: "ST-2026-0001" },
  "ticket.unmerged": { from: id, number: "ST-2026-0001" },
  "ticket.marked_spam": {},
  "ticket.deleted": {},
  "ticket.restored": {},
  "ticket.person_added": { personId: id },
  "ticket.person_removed": { personId: id },
  "ticket.links_revoked": { personId: id },
  "ticket.post_linked": { postId: id, number: 42 },
  "ticket.post_unlinked": { postId: id, number: 42 },
  "ticket.rated": { rating: 5 },
} satisfies Partial<EventData>;
