import type { SerializeFrom } from "@remix-run/node";
import type { ReactNode } from "react";
import type { Board } from "~/models/feedback/boards/queries.server";
import { type ListFilter, listAddress } from "~/models/feedback/posts/list-filter";
import type { PostRow as Row } from "~/models/feedback/posts/list-posts.server";
import { postPath } from "~/models/feedback/posts/post-path";
import type { Tag } from "~/models/feedback/tags/queries.server";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { StatusBadge } from "~/ui/status-badge";
import { tagLooks } from "~/ui/tag-badge";
import { VoteButton } from "~/ui/vote-button";
import { When } from "~/ui/when";

/** Links of a row to its board and its tags. */
interface Places {
  board?: Pick<Board, "name"> & { href: string };
  tags: (Pick<Tag, "name" | "color"> & { href: string })[];
}

/** Where each post of a list leads on to. Where a board is chosen, rows do not repeat it. */
export function placesFor(filter: ListFilter, boards: Board[], tags: Tag[]): (post: SerializeFrom<Row>) => Places {
  const ofBoards = new Map(
    filter.board
      ? []
      : boards.map(({ id, name, slug }) => [id, { name, href: listAddress(filter, { board: slug }) }] as const),
  );
  const ofTags = tags.map(({ id, name, color, slug }) => ({
    id,
    place: { name, color, href: listAddress(filter, { tag: slug }) },
  }));
  return ({ boardId, tagIds }) => ({
    board: ofBoards.get(boardId),
    tags: ofTags.filter(({ id }) => tagIds.includes(id)).map(({ place }) => place),
  });
}

export interface RowProps {
  post: SerializeFrom<Row>;
  places: Places;
  /** What the row says instead of title and excerpt, where some of it stands out. */
  title?: ReactNode;
  excerpt?: ReactNode;
}

export function PostRow({ post, places, title = post.title, excerpt = post.excerpt }: RowProps) {
  const { t } = useWords();
  return (
    <article className="post-row">
      <VoteButton post={post} />
      <div>
        <h2>
          {post.pinnedAt && (
            <span className="me-1.5 inline-flex align-[-2px] text-accent" title={t("post.pinned")}>
              <Icon name="pin" />
              <span className="sr-only">{t("post.pinned")}</span>
            </span>
          )}
          <a href={postPath(post)} dir="auto">
            {title}
          </a>
        </h2>
        {excerpt && <p dir="auto">{excerpt}</p>}
        <Facts post={post} places={places} />
      </div>
    </article>
  );
}

function Facts({ post, places }: Pick<RowProps, "post" | "places">) {
  const { t, number } = useWords();
  const { board, tags } = places;
  return (
    <div className="facts">
      <StatusBadge status={post.status} />
      <span className="fact">
        <Icon name={post.kind} />
        {t(`kind.${post.kind}`)}
      </span>
      {board && (
        <a href={board.href} className="board">
          <bdi>{board.name}</bdi>
        </a>
      )}
      {tags.map((tag) => (
        <a key={tag.href} href={tag.href} className={tagLooks(tag.color)}>
          <bdi>{tag.name}</bdi>
        </a>
      ))}
      <span className="fact">
        <Icon name="comment" />
        <span aria-hidden="true">{number(post.commentCount)}</span>
        <span className="sr-only">{t("post.comments", { count: post.commentCount })}</span>
      </span>
      <When at={post.createdAt} />
    </div>
  );
}
