import { z } from "zod";
import { learnTicketOf } from "~/models/support/categories/learn-ticket.server";
import type { Tools } from "./tools.server";

const data = z.object({ eventId: z.number() });

/** Learns what a ticket is about from the team, or takes it back. */
export async function learnTicket({ db }: Tools, job: unknown): Promise<void> {
  await learnTicketOf(db, data.parse(job));
}
