import { z } from "zod";
import { spokenLanguage } from "~/i18n";
import { FreshdeskError } from "~/integrations/freshdesk/freshdesk-error";
import type { Freshdesk } from "~/integrations/freshdesk/open-freshdesk.server";
import { findSettings, isAtWork } from "~/models/support/freshdesk/settings.server";
import {
  askSupporter,
  type Customer,
  findRequester,
  isOurs,
  listUnasked,
  putOff,
  type Unasked,
} from "~/models/support/supporters/ask-supporter.server";
import { findPostsOfEvent, followTickets } from "~/models/support/supporters/follow-tickets.server";
import type { Tools } from "./tools.server";

const data = z.object({ eventId: z.number().optional() }).nullish();

const day = 24 * 60 * 60_000;
/** Customers who are asked in one run; the next run goes on. */
const most = 100;

/**
 * After a ticket was linked, unlinked or read, and by the clock: brings supporters in line with the tickets, and asks
 * those who have not been asked. Whatever stands in the way (no connection, a pause) is tried again by the clock.
 */
export async function askSupporters({ db, env, freshdesk, log, now }: Tools, job: unknown): Promise<void> {
  const eventId = data.parse(job)?.eventId;
  const postIds = eventId === undefined ? undefined : await findPostsOfEvent(db, eventId);
  await followTickets(db, { postIds, at: now() });
  const desk = freshdesk && isAtWork(await findSettings(db)) ? freshdesk : undefined;
  for (const unasked of await listUnasked(db, { withFreshdesk: desk !== undefined, at: now(), limit: most })) {
    if (isOurs(unasked)) {
      await askSupporter(db, { supporterId: unasked.id, customer: await findRequester(db, unasked), at: now() });
      continue;
    }
    if (!desk) continue;
    const customer = await findCustomer(desk, unasked).catch(asOutage);
    if (customer === "away") return log.warn("Freshdesk cannot be asked for contacts; the clock brings the next try");
    if (customer === "hidden") await putOff(db, unasked.id, new Date(now().getTime() + day));
    else {
      // Tickets that we open ourselves are those of our own support address.
      const isOurAddress = customer?.email !== undefined && customer.email === env.FRESHDESK_EMAIL?.toLowerCase();
      await askSupporter(db, { supporterId: unasked.id, customer: isOurAddress ? undefined : customer, at: now() });
    }
  }
}

function asOutage(error: unknown): "away" {
  if (error instanceof FreshdeskError) return "away";
  throw error;
}

/** The contact behind a ticket; `hidden` where the key may not see it. Agents are no contacts. */
async function findCustomer(freshdesk: Freshdesk, { contactId }: Unasked): Promise<Customer | undefined | "hidden"> {
  try {
    const contact = await freshdesk.getContact(contactId);
    if (!contact || contact.isDeleted) return;
    const language = contact.language?.toLowerCase().split("-")[0];
    return { email: contact.email, language: spokenLanguage(language) };
  } catch (error) {
    if (error instanceof FreshdeskError && (error.kind === "forbidden" || error.kind === "refused")) return "hidden";
    throw error;
  }
}
