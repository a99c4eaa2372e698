import type { SerializeFrom } from "@remix-run/node";
import type { Chosen } from "~/models/core/bulk/limits";
import type { Board } from "~/models/feedback/boards/queries.server";
import type { InboxRow as Row } from "~/models/feedback/inbox/list-inbox.server";
import { postPath } from "~/models/feedback/posts/post-path";
import type { Tag } from "~/models/feedback/tags/queries.server";
import { FlagMarks } from "~/ui/flag-marks";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { tagLooks } from "~/ui/tag-badge";
import { When } from "~/ui/when";
import { RowTick } from "../../bulk/row-tick";
import { RowWays } from "../../row-ways";

interface Props {
  post: SerializeFrom<Row>;
  boards: Board[];
  tags: Tag[];
  chosen: Chosen | undefined;
}

/** A post of the inbox. `data-key` says which key leads where; app/browser/inbox-keys presses them. */
export function InboxRow({ post, boards, tags, chosen }: Props) {
  const { t, number } = useWords();
  const board = boards.find(({ id }) => id === post.boardId);
  return (
    <li className="flex gap-3 px-4 py-3 focus-within:bg-sunken" data-row={post.number}>
      <RowTick noun="post" value={post.number} title={post.title} chosen={chosen} />
      <div className="min-w-0 grow">
        <h2 className="text-base">
          <a href={postPath(post)} data-key="o" dir="auto" className="no-underline hover:text-accent">
            {post.title}
          </a>
        </h2>
        {post.excerpt && (
          <p dir="auto" className="mt-0.5 line-clamp-2 text-sm text-muted">
            {post.excerpt}
          </p>
        )}
        <div className="facts mt-2">
          <span className="fact">
            <Icon name={post.kind} />
            {t(`kind.${post.kind}`)}
          </span>
          <bdi>{post.authorName}</bdi>
          {board && <bdi>{board.name}</bdi>}
          {tags
            .filter(({ id }) => post.tagIds.includes(id))
            .map(({ id, name, color }) => (
              <bdi key={id} className={tagLooks(color)}>
                {name}
              </bdi>
            ))}
          <span>{t("vote.count", { count: post.voteCount, votes: number(post.voteCount) })}</span>
          <When at={post.createdAt} />
          <FlagMarks flags={post.flags} />
        </div>
        <Ways number={post.number} />
      </div>
    </li>
  );
}

/** What to do with one post. */
function Ways({ number }: { number: number }) {
  const { t } = useWords();
  const path = `/posts/${number}`;
  const ways = [
    [t("inbox.ways.move"), "m", `${path}/move`],
    [t("inbox.ways.answer"), "a", `${path}/move#move-answer`],
    [t("inbox.ways.tags"), "t", `${path}#post-tags`],
    [t("inbox.ways.board"), "b", `${path}#post-board`],
    [t("inbox.ways.merge"), "g", `${path}/merge`],
  ] as const;
  return <RowWays of={`#${number}`} ways={[...ways]} />;
}
