import type { Shown } from "~/http/page-cache/shown";
import { readCursor } from "~/models/feedback/posts/cursor";
import type { ListFilter } from "~/models/feedback/posts/list-filter";
import type { PostPage, PostRow } from "~/models/feedback/posts/list-posts.server";

/** What the page of a list shows, and between which values: from where it begins to where the next page does. */
export function shownInList({ sort, after }: ListFilter, page: PostPage & { pinned: PostRow[] }): Shown {
  const last = page.next ? page.posts.at(-1) : undefined;
  return {
    posts: [...page.pinned, ...page.posts].map(({ id }) => id),
    list: {
      sort,
      low: last?.sortValue ?? Number.NEGATIVE_INFINITY,
      high: readCursor(after, sort)?.value ?? Number.POSITIVE_INFINITY,
    },
  };
}
