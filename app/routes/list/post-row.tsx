import type { SerializeFrom } from "@remix-run/node";
import type { ReactNode } from "react";
import type { Board } from "~/models/boards/queries.server";
import { type ListFilter, listAddress } from "~/models/posts/list-filter";
import type { PostRow as Row } from "~/models/posts/list-posts.server";
import { postPath } from "~/models/posts/post-path";
import type { Tag } from "~/models/tags/queries.server";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { StatusBadge } from "~/ui/status-badge";
import { tagLooks } from "~/ui/tag-badge";
import { VoteButton } from "~/ui/vote-button";
import { When } from "~/ui/when";

interface Props {
  post: SerializeFrom<Row>;
  filter: ListFilter;
  boards: Board[];
  tags: Tag[];
  /** What the row says instead of title and excerpt, where some of it stands out. */
  title?: ReactNode;
  excerpt?: ReactNode;
}

export function PostRow({ post, filter, boards, tags, title, excerpt = post.excerpt }: Props) {
  const { t } = useWords();
  return (
    <article className="flex gap-4 py-4 *:first:shrink-0">
      <VoteButton post={post} />
      <div className="min-w-0 grow">
        <h2 className="text-[1.0625rem]">
          {post.pinnedAt && (
            <span className="me-1.5 inline-flex align-[-2px] text-accent" title={t("post.pinned")}>
              <Icon name="pin" />
              <span className="sr-only">{t("post.pinned")}</span>
            </span>
          )}
          <a href={postPath(post)} className="no-underline hover:text-accent" dir="auto">
            {title ?? post.title}
          </a>
        </h2>
        {excerpt && (
          <p dir="auto" className="mt-0.5 line-clamp-2 text-sm text-muted">
            {excerpt}
          </p>
        )}
        <Facts post={post} filter={filter} boards={boards} tags={tags} />
      </div>
    </article>
  );
}

function Facts({ post, filter, boards, tags }: Omit<Props, "title" | "excerpt">) {
  const { t, number } = useWords();
  const board = boards.find(({ id }) => id === post.boardId);
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-muted">
      <StatusBadge status={post.status} />
      <span className="inline-flex items-center gap-1">
        <Icon name={post.kind} className="size-3.5" />
        {t(`kind.${post.kind}`)}
      </span>
      {board && !filter.board && (
        <a href={listAddress(filter, { board: board.slug })} className="no-underline hover:text-ink">
          <bdi>{board.name}</bdi>
        </a>
      )}
      {tags
        .filter((tag) => post.tagIds.includes(tag.id))
        .map((tag) => (
          <a key={tag.id} href={listAddress(filter, { tag: tag.slug })} className={tagLooks(tag.color)}>
            <bdi>{tag.name}</bdi>
          </a>
        ))}
      <span className="inline-flex items-center gap-1 tabular-nums">
        <Icon name="comment" className="size-3.5" />
        <span aria-hidden="true">{number(post.commentCount)}</span>
        <span className="sr-only">{t("post.comments", { count: post.commentCount })}</span>
      </span>
      <When at={post.createdAt} />
    </div>
  );
}
