import { sentenceOf } from "~/models/core/events/sentence";
import { namesOfRoadmaps } from "~/models/feedback/roadmaps/names";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { Prose } from "~/ui/prose";
import { StatusBadge } from "~/ui/status-badge";
import { When } from "~/ui/when";
import { CommentThread } from "./comment-thread";
import type { PostData } from "./load-post.server";
import { PostLink } from "./merged-posts";

type Item = PostData["timeline"]["items"][number];

export function Timeline(data: PostData) {
  const { t } = useWords();
  const { post, timeline, isContinued } = data;
  return (
    <section aria-labelledby="timeline" className="mt-10">
      <h2 id="timeline" className="border-b border-line pb-2 text-lg">
        {t("timeline.heading", { count: post.commentCount })}
      </h2>
      {isContinued && (
        <p className="mt-4">
          <a href={`/posts/${post.number}`} className={button("plain", "small")}>
            {t("timeline.fromStart")}
          </a>
        </p>
      )}
      {timeline.items.length === 0 && <p className="mt-4 text-muted">{t("timeline.empty")}</p>}
      <ol className="mt-5 space-y-6">
        {timeline.items.map((item) => (
          <li key={keyOf(item)}>
            <TimelineItem item={item} data={data} />
          </li>
        ))}
      </ol>
      {timeline.next && (
        <p className="mt-6">
          <a href={`?after=${encodeURIComponent(timeline.next)}`} rel="next" className={button("quiet")}>
            {t("timeline.more")}
          </a>
        </p>
      )}
    </section>
  );
}

function keyOf(item: Item): string {
  if (item.type === "comment") return item.comment.id;
  if (item.type === "move") return item.move.id;
  return item.type === "merge"
    ? `${item.merge.way} ${item.merge.other.number} ${item.at}`
    : `${item.event.type} ${item.at}`;
}

function TimelineItem({ item, data }: { item: Item; data: PostData }) {
  if (item.type === "comment") return <CommentThread item={item} data={data} />;
  if (item.type === "merge") return <MergeItem merge={item.merge} />;
  if (item.type === "move") return <MoveItem move={item.move} />;
  return <EventItem item={item} data={data} />;
}

function MoveItem({ move }: { move: Extract<Item, { type: "move" }>["move"] }) {
  const { t } = useWords();
  const name = move.actorName ?? t("people.deleted");
  return (
    <div className="rounded-card border border-line bg-sunken/60 p-4">
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <bdi className="font-medium text-ink">{name}</bdi>
        {move.from === move.to ? t("timeline.answered") : <Change move={move} />}
        {move.release && <span>{t("post.release", { release: move.release })}</span>}
        <When at={move.createdAt} />
      </p>
      {move.answerHtml && <Prose html={move.answerHtml} className="mt-3" />}
    </div>
  );
}

function Change({ move }: { move: Extract<Item, { type: "move" }>["move"] }) {
  const { t } = useWords();
  return (
    <>
      {t(move.byAuthor ? "timeline.closed" : "timeline.moved")}
      <StatusBadge status={move.from} />
      <span aria-hidden="true" className="rtl:-scale-x-100">
        →
      </span>
      <span className="sr-only">{t("timeline.to")}</span>
      <StatusBadge status={move.to} />
    </>
  );
}

function MergeItem({ merge }: { merge: Extract<Item, { type: "merge" }>["merge"] }) {
  const { t } = useWords();
  const { way, at, actorName, other } = merge;
  return (
    <p className="text-sm text-muted">
      <bdi>{actorName ?? t("people.deleted")}</bdi> {t(`timeline.merge.${way}`)}{" "}
      <PostLink post={other} isDuplicate={other.isHere} /> <When at={at} />
    </p>
  );
}

function EventItem({ item, data }: { item: Extract<Item, { type: "event" }>; data: PostData }) {
  const words = useWords();
  const { t } = words;
  const sentence = sentenceOf(words, item.event, {
    ...namesOfRoadmaps(words),
    board: (id) => data.boards.find((board) => board.id === id)?.name ?? t("events.hiddenBoard"),
    tag: (id) => data.tags.find((tag) => tag.id === id)?.name ?? t("events.deletedTag"),
  });
  return (
    <p className="text-sm text-muted">
      {sentence} <When at={item.at} />
    </p>
  );
}
