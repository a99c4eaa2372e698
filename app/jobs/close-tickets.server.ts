import { closeResolvedTickets } from "~/models/support/tickets/close-resolved.server";
import type { Tools } from "./tools.server";

/** Closes tickets that were resolved long enough ago. */
export async function closeTickets({ db, portal, now }: Tools): Promise<void> {
  const { daysUntilClosed: days } = (await portal.read()).settings;
  await closeResolvedTickets(db, { days, at: now() });
}
