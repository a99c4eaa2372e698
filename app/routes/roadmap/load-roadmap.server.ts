import type { Db } from "#db/client.server";
import { listBoards } from "~/models/boards/queries.server";
import { DomainError } from "~/models/domain-error";
import type { ListFilter } from "~/models/posts/list-filter";
import { listCards } from "~/models/roadmaps/list-cards.server";
import { listColumns, listRoadmaps, type Roadmap } from "~/models/roadmaps/queries.server";
import { listTags } from "~/models/tags/queries.server";
import type { Viewer } from "~/models/users/viewer";

interface Asked {
  db: Db;
  viewer: Viewer;
  /** Without one, the portal's own. */
  slug: string | undefined;
}

/** The roadmap of an address, and all that the viewer may choose from. */
export async function requireRoadmap({ db, viewer, slug }: Asked): Promise<{ roadmap: Roadmap; roadmaps: Roadmap[] }> {
  const roadmaps = await listRoadmaps(db, viewer);
  const roadmap = slug === undefined ? roadmaps[0] : roadmaps.find((one) => one.slug === slug);
  if (!roadmap) throw new DomainError("notFound");
  return { roadmap, roadmaps };
}

/** Its cards, those of one board or tag where the address names one. */
export async function loadCards({ db, viewer }: Omit<Asked, "slug">, roadmap: Roadmap, search: URLSearchParams) {
  const filter: Pick<ListFilter, "board" | "tag"> = {
    board: search.get("board") || undefined,
    tag: search.get("tag") || undefined,
  };
  const [columns, boards, tags] = await Promise.all([
    listColumns(db, roadmap.id),
    listBoards(db, viewer),
    listTags(db),
  ]);
  const idOf = (some: { id: number; slug: string }[], slug: string | undefined) =>
    // No post is on a board without a name, nor has such a tag.
    slug === undefined ? undefined : (some.find((one) => one.slug === slug)?.id ?? 0);
  const filled = await listCards(
    db,
    viewer,
    { id: roadmap.id, columns },
    { boardId: idOf(boards, filter.board), tagId: idOf(tags, filter.tag) },
  );
  return { filter, boards, tags, columns: filled };
}

export type Cards = Awaited<ReturnType<typeof loadCards>>;
