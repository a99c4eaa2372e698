import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import type { User } from "../../core/users/viewer";
import { isByHand, takesIn } from "./column";
import { type HeldCard, listPlaces, requireCard } from "./hold-card.server";
import { type HeldRoadmap, holdRoadmap, requireColumn } from "./hold-roadmap.server";
import { putCard, takeCardOff } from "./put-card.server";
import type { Step } from "./step";

interface MoveCard {
  viewer: User;
  roadmapId: number;
  number: number;
  /** The column in which the mover saw the card; null where it was in none by hand. */
  from: number | null;
  at?: Date;
}

interface Destination {
  columnId: number;
  /** The post that it shall stand above; at the end of the column without one. */
  before?: number;
}

/**
 * Puts a post's card into a column, or elsewhere in the same one. Throws `statusDecides`, `forbidden`, `notFound`,
 * `cardMovedMeanwhile`, `columnGone` or `columnFull`.
 */
export async function moveCard(
  db: Db,
  { to, at = new Date(), ...input }: MoveCard & { to: Destination },
): Promise<void> {
  await db.transaction(async (tx) => {
    const { roadmap, card } = await hold(tx, input);
    const column = requireColumn(roadmap, to.columnId);
    const by = { actorId: input.viewer.id, at };
    if (isByHand(column)) return putCard(tx, roadmap, card, { column, before: to.before }, by);
    if (!takesIn(column, card.status)) throw new DomainError("statusDecides", { field: "columnId" });
    await takeCardOff(tx, roadmap, card, by);
  });
}

/**
 * The same, one step from where it is: nothing changes where there is no further step that way. Throws `forbidden`,
 * `notFound`, `cardMovedMeanwhile`, `columnGone` or `columnFull`.
 */
export async function stepCard(db: Db, { step, at = new Date(), ...input }: MoveCard & { step: Step }): Promise<void> {
  await db.transaction(async (tx) => {
    const { roadmap, card } = await hold(tx, input);
    const by = { actorId: input.viewer.id, at };
    const isAlong = step === "up" || step === "down";
    const to = isAlong ? await stepAlong(tx, roadmap, card, step) : await stepAcross(tx, roadmap, card, step);
    if (to) await putCard(tx, roadmap, card, to, by);
  });
}

/**
 * Off the roadmap, or back to where its status puts it; target and note stay for when it comes back. Throws
 * `forbidden`, `notFound` or `cardMovedMeanwhile`.
 */
export async function removeCard(db: Db, { at = new Date(), ...input }: MoveCard): Promise<void> {
  await db.transaction(async (tx) => {
    const { roadmap, card } = await hold(tx, input);
    await takeCardOff(tx, roadmap, card, { actorId: input.viewer.id, at });
  });
}

async function hold(tx: Db, { viewer, roadmapId, number, from }: MoveCard) {
  const roadmap = await holdRoadmap(tx, viewer, roadmapId);
  const card = await requireCard(tx, viewer, roadmapId, number);
  if (card.columnId !== from) throw await movedMeanwhile(tx, roadmap, card);
  return { roadmap, card };
}

async function stepAlong(tx: Db, roadmap: HeldRoadmap, card: HeldCard, step: "up" | "down") {
  if (card.columnId === null) return;
  const column = requireColumn(roadmap, card.columnId);
  const seen = (await listPlaces(tx, column.id)).filter(({ isListed }) => isListed);
  const at = seen.findIndex(({ number }) => number === card.number);
  const isLast = step === "up" ? at <= 0 : at === seen.length - 1;
  // Below the next one is above the one after it.
  return isLast ? undefined : { column, before: seen[step === "up" ? at - 1 : at + 2]?.number };
}

/** Puts a card on top of the next column that is filled by hand. */
async function stepAcross(tx: Db, roadmap: HeldRoadmap, card: HeldCard, step: "back" | "on") {
  const byHand = roadmap.columns.filter(isByHand);
  const at = byHand.findIndex(({ id }) => id === card.columnId);
  const column = byHand[at + (step === "on" ? 1 : -1)];
  if (at === -1 || !column) return;
  const [first] = (await listPlaces(tx, column.id)).filter(({ isListed }) => isListed);
  return { column, before: first?.number };
}

async function movedMeanwhile(tx: Db, roadmap: HeldRoadmap, card: HeldCard): Promise<DomainError> {
  const [last] = await tx
    .select({ by: users.name })
    .from(events)
    .innerJoin(users, eq(users.id, events.actorId))
    .where(
      and(
        eq(events.postId, card.postId),
        sql`${events.type} like 'roadmap.card_%' and ${events.data} ->> 'roadmapId' = ${String(roadmap.id)}`,
      ),
    )
    .orderBy(desc(events.id))
    .limit(1);
  return new DomainError("cardMovedMeanwhile", { params: { by: last?.by ?? "?" } });
}
