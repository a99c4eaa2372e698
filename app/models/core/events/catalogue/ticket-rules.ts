import { event } from "../event-row";
import { nothing } from "../touches";

export const ticketRuleEvents = {
  "ticket_rule.created": event<{ ruleId: number; name: string; isOff: boolean }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "ticket_rule.edited": event<{ ruleId: number; name: string; isOff: boolean }>()({
    about: "none",
    consequences: [],
    touches: nothing,
    variant: ({ isOff }) => (isOff ? "off" : "on"),
  }),
  "ticket_rule.moved": event<{ ruleId: number; name: string; step: "up" | "down" }>()({
    about: "none",
    consequences: [],
    touches: nothing,
    variant: ({ step }) => step,
  }),
  "ticket_rule.deleted": event<{ ruleId: number; name: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
