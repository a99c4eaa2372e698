import type { FreshdeskLinkOrigin } from "#db/schema/support/freshdesk";
import { event } from "../event-row";
import { nothing } from "../touches";

export const freshdeskEvents = {
  /** The event's post and this ticket belong together. */
  "freshdesk.linked": event<{ linkId: string; ticket: number; origin: FreshdeskLinkOrigin }>()({
    about: "post",
    consequences: ["sync-freshdesk", "ask-supporters"],
    touches: nothing,
  }),
  "freshdesk.unlinked": event<{ linkId: string; ticket: number }>()({
    about: "post",
    consequences: ["sync-freshdesk", "ask-supporters"],
    touches: nothing,
  }),
  /** Somebody wants a ticket about the event's post; `id` is the stamp of the write that makes it. */
  "freshdesk.requested": event<{ id: string; requester: "support" | "author" }>()({
    about: "post",
    consequences: ["sync-freshdesk"],
    touches: nothing,
  }),
  /** We learnt whose ticket a linked one is, or it has become somebody else's. */
  "freshdesk.requester_known": event<{ ticket: number; requesterId: string }>()({
    about: "none",
    consequences: ["ask-supporters"],
    touches: nothing,
  }),
  "freshdesk.settings_changed": event<{ fields: string[] }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "freshdesk.paused": event()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "freshdesk.resumed": event()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "freshdesk.disconnected": event<{ keepsLinks: boolean }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "freshdesk.connected": event()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
