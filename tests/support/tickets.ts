import { v7 as uuid } from "uuid";
import { ticketCategories } from "#db/schema";
import type { TicketPriority } from "#db/schema/support/tickets";
import type { User } from "~/models/core/users/viewer";
import { type OpenedTicket, type OpenTicket, openTicket } from "~/models/support/tickets/open-ticket.server";
import { db } from "./database";

/** A category as the team adds one. */
export async function addCategory(name = "Questions", usualPriority: TicketPriority = "medium"): Promise<number> {
  const [category] = await db
    .insert(ticketCategories)
    .values({ names: { en: name }, usualPriority, position: 1 })
    .returning({ id: ticketCategories.id });
  return category?.id ?? 0;
}

interface Asked extends Partial<Omit<OpenTicket, "viewer" | "draft">> {
  categoryId: number;
  subject?: string;
  body?: string;
}

/** Opens a ticket, with sensible words where the story needs none; null is a guest. */
export async function ask(viewer: User | null, { categoryId, subject, body, ...more }: Asked): Promise<OpenedTicket> {
  return openTicket(db, {
    viewer,
    language: "en",
    id: uuid(),
    source: "page",
    draft: { subject: subject ?? "It does not print", body: body ?? "Nothing comes out.", categoryId },
    ...(viewer === null && { guest: { name: "Guest", email: "guest@example.org" } }),
    ...more,
  });
}
