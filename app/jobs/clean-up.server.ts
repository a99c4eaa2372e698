import { forgetOldMail } from "~/models/deliveries/forget.server";
import { forgetOldTickets } from "~/models/tickets/forget-tickets.server";
import type { Tools } from "./tools.server";

/** Forgets what nobody needs any more. */
export async function cleanUp({ db, now }: Tools): Promise<void> {
  await forgetOldMail(db, now());
  await forgetOldTickets(db, now());
}
