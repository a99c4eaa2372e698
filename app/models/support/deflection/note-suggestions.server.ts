import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketSuggestions } from "#db/schema";

interface Noted {
  /** Of the form. */
  id: string;
  at?: Date;
}

/** There is something to suggest to whoever fills in this form; the same again changes nothing. */
export async function noteSuggested(
  db: Db,
  { id, isHeldOut, at = new Date() }: Noted & { isHeldOut: boolean },
): Promise<void> {
  await db.insert(ticketSuggestions).values({ id, isHeldOut, startedAt: at }).onConflictDoNothing();
}

const columns = { opened: "openedAt", said: "saidAt", sent: "sentAt" } as const;

/** What came of it, the first time; nothing where nothing was suggested. */
export async function noteOutcome(
  db: Db,
  { id, outcome, at = new Date() }: Noted & { outcome: keyof typeof columns },
): Promise<void> {
  const column = columns[outcome];
  await db
    .update(ticketSuggestions)
    .set({ [column]: at })
    .where(and(eq(ticketSuggestions.id, id), isNull(ticketSuggestions[column])));
}
