import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { freshdeskWrites } from "#db/schema";
import type { WriteKind, WriteState } from "#db/schema/support/freshdesk";

/** States of writes that are still to go out. */
export const openWrites = ["queued", "sending", "uncertain"] as const satisfies readonly WriteState[];

/** Whether something of one of these kinds is still on its way there from a ticket of ours. */
export async function isOnItsWay(tx: Db, ticketId: string, kinds: WriteKind[]): Promise<boolean> {
  const { ticketId: about, kind, state } = freshdeskWrites;
  const isOpen = and(eq(about, ticketId), inArray(kind, kinds), inArray(state, [...openWrites]));
  return (await tx.$count(freshdeskWrites, isOpen)) > 0;
}
