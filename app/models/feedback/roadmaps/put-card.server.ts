import { and, eq } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import type { Db } from "#db/client.server";
import { roadmapCards } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import type { NewEvent } from "../../core/events/types";
import type { Column } from "./column";
import { type HeldCard, listPlaces } from "./hold-card.server";
import { type HeldRoadmap, labelOf } from "./hold-roadmap.server";
import { limits } from "./limits";

interface By {
  actorId: string;
  at: Date;
}

/**
 * Gives a card the place above `before`; where that one is gone, the last. The roadmap has to be held. Throws
 * `columnFull`.
 */
export async function putCard(
  tx: Db,
  roadmap: HeldRoadmap,
  card: HeldCard,
  { column, before }: { column: Column; before?: number },
  { actorId, at }: By,
): Promise<void> {
  if (before === card.number) return;
  const others = (await listPlaces(tx, column.id)).filter(({ number }) => number !== card.number);
  if (others.length >= limits.cards.max) throw new DomainError("columnFull", { params: { max: limits.cards.max } });
  const found = others.findIndex(({ number }) => number === before);
  const index = found === -1 ? others.length : found;
  const rank = generateKeyBetween(others[index - 1]?.rank ?? null, others[index]?.rank ?? null);
  await tx
    .insert(roadmapCards)
    .values({ roadmapId: roadmap.id, postId: card.postId, columnId: column.id, rank })
    .onConflictDoUpdate({
      target: [roadmapCards.roadmapId, roadmapCards.postId],
      set: { columnId: column.id, rank },
    });
  await recordEvent(tx, { ...moved(roadmap, card, column), actorId, postId: card.postId, at } as NewEvent);
}

function moved({ id: roadmapId, columns }: HeldRoadmap, card: HeldCard, to: Column) {
  const column = labelOf(to);
  const from = columns.find(({ id }) => id === card.columnId);
  if (!from) return { type: "roadmap.card_placed", data: { roadmapId, column } } as const;
  if (from.id === to.id) return { type: "roadmap.card_reordered", data: { roadmapId, column } } as const;
  return { type: "roadmap.card_moved", data: { roadmapId, from: labelOf(from), column } } as const;
}

/** Takes a card out of a column filled by hand: the post's status decides again where it stands. */
export async function takeCardOff(tx: Db, roadmap: HeldRoadmap, card: HeldCard, { actorId, at }: By): Promise<void> {
  const column = roadmap.columns.find(({ id }) => id === card.columnId);
  if (!column) return;
  await tx
    .update(roadmapCards)
    .set({ columnId: null, rank: null })
    .where(and(eq(roadmapCards.roadmapId, roadmap.id), eq(roadmapCards.postId, card.postId)));
  const data = { roadmapId: roadmap.id, column: labelOf(column) };
  await recordEvent(tx, { type: "roadmap.card_removed", actorId, postId: card.postId, data, at });
}
