import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const freshdeskSamples = {
  "freshdesk.linked": { linkId: id, ticket: 4711, origin: "staff" },
  "freshdesk.unlinked": { linkId: id, ticket: 4711 },
  "freshdesk.requested": { id, requester: "author" },
  "freshdesk.requester_known": { ticket: 4711, requesterId: "9" },
  "freshdesk.settings_changed": { fields: ["statusMap"] },
  "freshdesk.paused": {},
  "freshdesk.resumed": {},
  "freshdesk.disconnected": { keepsLinks: true },
  "freshdesk.connected": {},
} satisfies Partial<EventData>;
