import { FreshdeskError } from "~/integrations/freshdesk/freshdesk-error";
import { hearRating } from "~/models/support/freshdesk/hear-rating.server";
import { changeSettings, findSettings } from "~/models/support/freshdesk/settings.server";
import type { Account } from "../account";

const overlap = 2 * 60_000;

/** Takes in how requesters rated the help since the last pass. Accounts without surveys say that it is forbidden. */
export async function hearRatings({ db, freshdesk, now }: Account): Promise<void> {
  const { deskSince, ratedUpTo } = await findSettings(db);
  const from = ratedUpTo ?? deskSince;
  if (!from) return;
  const at = now();
  try {
    const ratings = await freshdesk.listRatingsSince(new Date(from.getTime() - overlap));
    for (const { ticketId, rating, feedback, createdAt } of ratings)
      await hearRating(db, { number: ticketId, rating, text: feedback, ratedAt: createdAt, at });
    await changeSettings(db, { ratedUpTo: at });
  } catch (error) {
    if (!(error instanceof FreshdeskError && (error.kind === "forbidden" || error.kind === "not-found"))) throw error;
  }
}
