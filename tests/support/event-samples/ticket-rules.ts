import type { EventData } from "~/models/core/events/types";

export const ticketRuleSamples = {
  "ticket_rule.created": { ruleId: 1, name: "Printers", isOff: false },
  "ticket_rule.edited": { ruleId: 1, name: "Printers", isOff: true },
  "ticket_rule.moved": { ruleId: 1, name: "Printers", step: "up" },
  "ticket_rule.deleted": { ruleId: 1, name: "Printers" },
} satisfies Partial<EventData>;
