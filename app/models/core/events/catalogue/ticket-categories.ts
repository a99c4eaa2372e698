import { event } from "../event-row";
import { nothing } from "../touches";

export const ticketCategoryEvents = {
  "ticket_category.created": event<{ categoryId: number; name: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "ticket_category.edited": event<{ categoryId: number; name: string; isArchived: boolean }>()({
    about: "none",
    consequences: [],
    touches: nothing,
    variant: ({ isArchived }) => (isArchived ? "archived" : "offered"),
  }),
};
