import { and, desc, eq, isNull, max, sql } from "drizzle-orm";
import { v5 as uuidFrom } from "uuid";
import type { Db } from "#db/client.server";
import { events, freshdeskHandovers, freshdeskWrites, ticketCategories } from "#db/schema";
import { cleanLine } from "../../core/text/clean";
import { settleHeld } from "../promises/settle-targets.server";
import { ticketLimits } from "../tickets/limits";
import { openTicket } from "../tickets/open-ticket.server";
import { theirStatus } from "./desk-map";
import { endOfSecond } from "./end-of-second";
import { type FreshdeskSettingsRow, findSettings } from "./settings.server";

/** Of the ids of tickets that were opened in Freshdesk. */
const namespace = "6d0f0c2e-5a57-4a0b-9a0e-6f5f3f0f7c11";

interface Adopt {
  number: number;
  requesterId: string;
  contact: { email: string; name: string; language: string };
  subject: string;
  /** Markdown. */
  body: string;
  /** As the account calls it. */
  type: string | null;
  createdAt: Date;
}

/** Whether tickets that are opened in Freshdesk at a time are ours, too: while it is the desk. */
export const isAdopted = (
  { desk, deskSince }: Pick<FreshdeskSettingsRow, "desk" | "deskSince">,
  createdAt: Date,
): boolean => desk === "all" && deskSince !== null && endOfSecond(createdAt) > deskSince;

/**
 * Opens the ticket of somebody who has written to Freshdesk here, too; done again, it is there once. Nobody is mailed:
 * Freshdesk has taken it.
 */
export async function adoptTicket(db: Db, input: Adopt): Promise<void> {
  const { number, requesterId, contact, subject, body, createdAt } = input;
  await db.transaction(async (tx) => {
    if (
      (await tx.$count(freshdeskWrites, and(eq(freshdeskWrites.ticket, number), eq(freshdeskWrites.kind, "create")))) >
      0
    )
      return;
    const settings = await findSettings(tx);
    const opened = await openTicket(tx, {
      ...{ viewer: null, guest: contact, language: contact.language, source: "freshdesk" },
      id: uuidFrom(`${number} ${createdAt.toISOString()}`, namespace),
      draft: {
        subject: cleanLine(subject).slice(0, ticketLimits.subject.max) || `#${number}`,
        body: body || "–",
        categoryId: await findCategoryOf(tx, settings, input.type),
      },
      sameAs: `freshdesk ${number}`,
      at: createdAt,
    });
    const [told] = await tx
      .select({ last: max(events.id) })
      .from(events)
      .where(eq(events.ticketId, opened.id));
    const status = theirStatus(settings.deskStatuses, "open");
    await tx
      .insert(freshdeskHandovers)
      .values({ ticketId: opened.id, number, requesterId, status, syncedTo: told?.last ?? 0 })
      .onConflictDoNothing();
    await settleHeld(tx, [opened.id], createdAt);
  });
}

/** The category that has this type there, or else the one for whatever has no other. */
async function findCategoryOf(tx: Db, { deskCategories }: FreshdeskSettingsRow, type: string | null): Promise<number> {
  const [named] = Object.entries(deskCategories).find(([, one]) => type !== null && one.type === type) ?? [];
  const { id, key, archivedAt, position } = ticketCategories;
  const [category] = await tx
    .select({ id })
    .from(ticketCategories)
    .where(isNull(archivedAt))
    .orderBy(desc(sql`${id} = ${Number(named ?? 0)}`), desc(sql`coalesce(${key} = 'general_inquiry', false)`), position)
    .limit(1);
  if (!category) throw new Error("There is no category that a ticket could have.");
  return category.id;
}
