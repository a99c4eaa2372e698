import { and, asc, desc, gt, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events } from "#db/schema";
import { catalogue } from "~/models/core/events/catalogue";
import { consequencesOf } from "~/models/core/events/consequences";
import type { EventType } from "~/models/core/events/types";
import { escalateAfter } from "~/models/support/escalations/escalate-after.server";
import { renewPromises } from "~/models/support/promises/renew-promises.server";
import { watchPromises } from "~/models/support/promises/watch-promises.server";
import { editTier, editVips } from "~/models/support/tiers/edit-tiers.server";
import { listTiers } from "~/models/support/tiers/list-tiers.server";
import type { Handle } from "../people";
import type { Stage, Step } from "../stage";

/** Days before the portal is seeded: what was late before went no higher. */
const since = 1.5;

/** Somebody looks at the clock so many times a day. */
const looks = 6;

const members: Handle[][] = [["gus"], ["mona"], ["ada"], ["ada"]];

/** Who is of which tier and who comes first, as Ada has said; and what goes higher by itself from then on. */
export function planPromises({ people, moment }: Stage, now: Date): Step[] {
  const at = moment(since);
  let last = 0;
  const setUp = async (tx: Db) => {
    for (const { tier, responseSeconds, scheduleId } of await listTiers(tx)) {
      const ids = (members[tier - 1] ?? []).map((handle) => people[handle].id);
      const draft = { members: ids, response: responseSeconds, schedule: scheduleId ?? ("" as const) };
      await editTier(tx, { viewer: people.ada, tier, draft, at });
    }
    await editVips(tx, { viewer: people.ada, vips: ["cedar-clinics.example"], at });
    await renewPromises(tx, () => at);
    last = await lastEvent(tx);
  };
  const look = (at: Date) => async (tx: Db) => {
    await watchPromises(tx, at);
    await escalateSince(tx, last, at);
    last = await lastEvent(tx);
  };
  const steps = Math.floor(((+now - +at) * looks) / (24 * 60 * 60 * 1000));
  const moments = Array.from({ length: steps }, (_, i) => new Date(+at + ((i + 1) * (+now - +at)) / steps));
  return [{ at, run: setUp }, ...moments.map((at) => ({ at, run: look(at) }))];
}

async function lastEvent(tx: Db): Promise<number> {
  const [last] = await tx.select({ id: events.id }).from(events).orderBy(desc(events.id)).limit(1);
  return last?.id ?? 0;
}

/** No job runs here; these would have. */
async function escalateSince(tx: Db, last: number, at: Date): Promise<void> {
  const types = Object.keys(catalogue) as EventType[];
  const reasons = types.filter((type) => consequencesOf(type).includes("escalate-ticket"));
  const found = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(gt(events.id, last), inArray(events.type, reasons), isNotNull(events.ticketId)))
    .orderBy(asc(events.id));
  for (const { id } of found) await escalateAfter(tx, { eventId: id, at });
}
