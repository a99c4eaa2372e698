import type { SerializeFrom } from "@remix-run/node";
import { entryPath } from "~/models/feedback/changelog/entry-path";
import { categoryOf } from "~/models/feedback/posts/lifecycle";
import { postPath } from "~/models/feedback/posts/post-path";
import type { Card } from "~/models/feedback/roadmaps/list-cards.server";
import { targetName } from "~/models/feedback/roadmaps/names";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { tagLooks } from "~/ui/tag-badge";
import { VoteButton } from "~/ui/vote-button";
import type { Cards } from "./load-roadmap.server";

interface Props extends Pick<Cards, "boards" | "tags"> {
  card: SerializeFrom<Card>;
  isEmbedded: boolean;
}

export function RoadmapCard({ card, boards, tags, isEmbedded }: Props) {
  const { t } = useWords();
  const isDone = categoryOf(card.status) === "done";
  const leads = isEmbedded ? { target: "_blank", rel: "noopener" } : {};
  return (
    <article className="roadmap-card">
      {isEmbedded ? <Votes count={card.voteCount} /> : <VoteButton post={card} />}
      <div>
        <h3>
          <a href={postPath(card)} dir="auto" {...leads}>
            {card.title}
          </a>
        </h3>
        {card.note && <p dir="auto">{card.note}</p>}
        {isDone && card.entry && (
          <p>
            <a href={entryPath(card.entry)} className="text-accent underline" {...leads}>
              {t("roadmap.entry", { title: card.entry.title })}
            </a>
          </p>
        )}
        <Facts card={card} boards={boards} tags={tags} />
      </div>
    </article>
  );
}

function Votes({ count }: { count: number }) {
  const { t, compact, number } = useWords();
  return (
    <div className="vote">
      <Icon name="arrow-up" />
      <span aria-hidden="true">{compact(count)}</span>
      <span className="sr-only">{t("vote.count", { count, votes: number(count) })}</span>
    </div>
  );
}

function Facts({ card, boards, tags }: Omit<Props, "isEmbedded">) {
  const words = useWords();
  const { t } = words;
  const board = boards.length > 1 ? boards.find(({ id }) => id === card.boardId) : undefined;
  const isDone = categoryOf(card.status) === "done";
  return (
    <div className="facts">
      {card.target && !isDone && <span className="font-medium text-accent">{targetName(words, card.target)}</span>}
      {isDone && card.release && (
        <span className="font-medium text-success">{t("post.release", { release: card.release })}</span>
      )}
      <span className="fact">
        <Icon name={card.kind} />
        {t(`kind.${card.kind}`)}
      </span>
      {board && <bdi>{board.name}</bdi>}
      {tags
        .filter(({ id }) => card.tagIds.includes(id))
        .map((tag) => (
          <bdi key={tag.id} className={tagLooks(tag.color)}>
            {tag.name}
          </bdi>
        ))}
    </div>
  );
}
