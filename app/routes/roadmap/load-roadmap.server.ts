import type { Visit } from "~/http/visit.server";
import type { Query } from "~/models/core/text/query";
import { listBoards } from "~/models/feedback/boards/queries.server";
import type { ListFilter } from "~/models/feedback/posts/list-filter";
import { listCards } from "~/models/feedback/roadmaps/list-cards.server";
import { listColumns, type Roadmap } from "~/models/feedback/roadmaps/queries.server";
import { listTags } from "~/models/feedback/tags/queries.server";

/** Its cards, those of one board or tag where the address names one. */
export async function loadCards({ db, viewer }: Pick<Visit, "db" | "viewer">, roadmap: Roadmap, query: Query) {
  const filter: Pick<ListFilter, "board" | "tag"> = {
    board: query.word("board"),
    tag: query.word("tag"),
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
