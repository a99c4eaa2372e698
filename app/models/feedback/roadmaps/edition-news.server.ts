import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { roadmapEditions, roadmaps } from "#db/schema";
import { isStaff } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { type HistoryItem, listHistory } from "./history.server";
import { listColumns } from "./queries.server";
import { visibleRoadmaps } from "./visible-roadmaps.server";

/** What a roadmap's mail of one day tells one of its readers. */
export interface EditionNews {
  roadmap: { slug: string; name: string };
  /** The latest first. */
  items: HistoryItem[];
  /** There was more than that. */
  hasMore: boolean;
}

interface Reader {
  viewer: Viewer;
  /** What came before is no news to them. */
  subscribedAt: Date;
}

/**
 * Tells of editions, each kind of reader asked about once: only of what the reader may see, did not do, and did not
 * subscribe after. Resolves to undefined where that is nothing, or the roadmap is not theirs to see any more.
 */
export function editionTeller(db: Db) {
  const known = new Map<string, ReturnType<typeof readEdition>>();
  return async (editionId: string, { viewer, subscribedAt }: Reader): Promise<EditionNews | undefined> => {
    const kind = viewer === null ? "visitor" : isStaff(viewer) ? "staff" : "member";
    const key = `${editionId} ${kind}`;
    const reading = known.get(key) ?? readEdition(db, editionId, viewer);
    known.set(key, reading);
    const edition = await reading;
    const items = edition?.items.filter(
      ({ at, actorId }) => at > subscribedAt && (viewer === null || actorId !== viewer.id),
    );
    return edition && items && items.length > 0 ? { ...edition, items } : undefined;
  };
}

async function readEdition(db: Db, editionId: string, viewer: Viewer): Promise<EditionNews | undefined> {
  const { roadmapId, since, until } = roadmapEditions;
  const [edition] = await db
    .select({ roadmapId, since, until, slug: roadmaps.slug, name: roadmaps.name })
    .from(roadmapEditions)
    .innerJoin(roadmaps, eq(roadmaps.id, roadmapId))
    .where(and(eq(roadmapEditions.id, editionId), visibleRoadmaps(viewer)));
  if (!edition) return;
  const { slug, name, ...window } = edition;
  const columns = await listColumns(db, window.roadmapId);
  const { items, next } = await listHistory(db, viewer, { ...window, columns });
  return { roadmap: { slug, name }, items, hasMore: next !== undefined };
}
