import type { Db } from "#db/client.server";
import { DomainError } from "~/models/core/domain-error";
import { findBoardId, listBoards } from "~/models/feedback/boards/queries.server";
import { everyPost, listAddress } from "~/models/feedback/posts/list-filter";
import { listNewest } from "~/models/feedback/posts/list-newest.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { listTags } from "~/models/feedback/tags/queries.server";
import { type Asked, type Feed, idOf, mostItems, withOrigin } from "./feed";

/** New posts: all, those of a board, those with a tag. Whoever asks, it is what everybody may see. */
export async function feedOfPosts(db: Db, { query, words, origin }: Asked): Promise<Omit<Feed, "self" | "language">> {
  const { t } = words;
  const [boardSlug, tagSlug] = [query.word("board"), query.word("tag")];
  const [boardId, boards, tags] = await Promise.all([
    boardSlug ? findBoardId(db, null, boardSlug) : undefined,
    listBoards(db, null),
    listTags(db),
  ]);
  const board = boards.find(({ id }) => id === boardId);
  const tag = tags.find(({ slug }) => slug === tagSlug);
  if ((boardSlug && !board) || (tagSlug && !tag)) throw new DomainError("notFound");
  const posts = await listNewest(db, null, { boardId: board?.id, tagId: tag?.id, limit: mostItems });
  const names = [
    board && t("feeds.board", { board: board.name }),
    tag && t("feeds.tag", { tag: tag.name }),
    !board && !tag && t("feeds.all"),
  ];
  return {
    title: [...names, t("site.name")].filter(Boolean).join(" · "),
    home: origin + listAddress(everyPost, { board: board?.slug, tag: tag?.slug, status: "all", sort: "new" }),
    items: posts.map((post) => ({
      id: idOf(post.id),
      link: origin + postPath(post),
      title: post.title,
      html: withOrigin(post.html, origin),
      summary: post.excerpt,
      author: post.authorName ?? t("people.deleted"),
      tags: [
        t(`kind.${post.kind}`),
        t(`status.${post.status}`),
        ...tags.filter(({ id }) => post.tagIds.includes(id)).map(({ name }) => name),
      ],
      publishedAt: post.createdAt,
      changedAt: post.changedAt,
    })),
  };
}
