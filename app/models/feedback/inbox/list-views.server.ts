import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import type { User, Viewer } from "../../core/users/viewer";
import { countEach } from "../../core/views/count-each.server";
import { listViews as list } from "../../core/views/list-views.server";
import type { Board } from "../boards/queries.server";
import type { Tag } from "../tags/queries.server";
import type { InboxFilter } from "./filter";
import { matchesInbox } from "./list-inbox.server";
import { postViews } from "./post-views";

/** The viewer's own views of the inbox and those that the team shares, by name. Throws `forbidden`. */
export const listViews = (db: Db, viewer: User) => list(db, postViews, viewer);

/** How many posts each of several filters leaves, up to one more than are counted of a view. */
export async function countPosts(
  db: Db,
  { viewer, filters, boards, tags }: { viewer: Viewer; filters: InboxFilter[]; boards: Board[]; tags: Tag[] },
): Promise<number[]> {
  return countEach(
    db,
    posts.id,
    filters.map((filter) => {
      const boardId = boards.find(({ slug }) => slug === filter.board)?.id;
      const tagId = tags.find(({ slug }) => slug === filter.tag)?.id;
      return matchesInbox(db, viewer, filter, { boardId, tagId });
    }),
  );
}
