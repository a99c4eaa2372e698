import type { EventData } from "~/models/core/events/types";

export const ticketCategorySamples = {
  "ticket_category.created": { categoryId: 1, name: "Printing" },
  "ticket_category.edited": { categoryId: 1, name: "Printing", isArchived: false },
} satisfies Partial<EventData>;
