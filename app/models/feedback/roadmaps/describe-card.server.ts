import type { Db } from "#db/client.server";
import { roadmapCards } from "#db/schema";
import { recordEvents } from "../../core/events/record.server";
import type { NewEvent } from "../../core/events/types";
import type { User } from "../../core/users/viewer";
import type { CardDraft } from "./draft";
import { requireCard } from "./hold-card.server";
import { holdRoadmap } from "./hold-roadmap.server";

interface DescribeCard {
  viewer: User;
  roadmapId: number;
  number: number;
  draft: CardDraft;
  at?: Date;
}

/**
 * Says when a post is to come, and a word to everybody; also for posts that stand there by their status. Throws
 * `forbidden` or `notFound`.
 */
export async function describeCard(
  db: Db,
  { viewer, roadmapId, number, draft, at = new Date() }: DescribeCard,
): Promise<void> {
  await db.transaction(async (tx) => {
    await holdRoadmap(tx, viewer, roadmapId);
    const { postId, target, note } = await requireCard(tx, viewer, roadmapId, number);
    const about = { actorId: viewer.id, postId, at };
    const changes: NewEvent[] = [];
    if (target !== draft.target)
      changes.push({ type: "roadmap.target_changed", data: { roadmapId, from: target, to: draft.target }, ...about });
    if (note !== draft.note)
      changes.push({ type: "roadmap.note_changed", data: { roadmapId, note: draft.note }, ...about });
    if (changes.length === 0) return;
    await tx
      .insert(roadmapCards)
      .values({ roadmapId, postId, ...draft })
      .onConflictDoUpdate({ target: [roadmapCards.roadmapId, roadmapCards.postId], set: draft });
    await recordEvents(tx, changes);
  });
}
