import { z } from "zod";
import { mailTicket as queueMails } from "~/models/support/tickets/mail-ticket.server";
import type { Tools } from "./tools.server";

const data = z.object({ eventId: z.number() });

/** Queues the mails that follow from what happened to a ticket. */
export async function mailTicket({ db, portal, now }: Tools, job: unknown): Promise<void> {
  const { settings } = await portal.read();
  await queueMails(db, { eventId: data.parse(job).eventId, settings, at: now() });
}
