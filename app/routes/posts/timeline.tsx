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

type Entry = PostData["timeline"]["entries"][number];

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
      {timeline.entries.length === 0 && <p className="mt-4 text-muted">{t("timeline.empty")}</p>}
      <ol className="mt-5 space-y-6">
        {timeline.entries.map((entry) => (
          <li key={keyOf(entry)}>
            <TimelineEntry entry={entry} data={data} />
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

function keyOf(entry: Entry): string {
  if (entry.type === "comment") return entry.comment.id;
  if (entry.type === "move") return entry.move.id;
  return entry.type === "merge"
    ? `${entry.merge.way} ${entry.merge.other.number} ${entry.at}`
    : `${entry.event.type} ${entry.at}`;
}

function TimelineEntry({ entry, data }: { entry: Entry; data: PostData }) {
  if (entry.type === "comment") return <CommentThread entry={entry} data={data} />;
  if (entry.type === "merge") return <MergeEntry merge={entry.merge} />;
  if (entry.type === "move") return <MoveEntry move={entry.move} />;
  return <EventEntry entry={entry} data={data} />;
}

function MoveEntry({ move }: { move: Extract<Entry, { type: "move" }>["move"] }) {
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

function Change({ move }: { move: Extract<Entry, { type: "move" }>["move"] }) {
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

function MergeEntry({ merge }: { merge: Extract<Entry, { type: "merge" }>["merge"] }) {
  const { t } = useWords();
  const { way, at, actorName, other } = merge;
  return (
    <p className="text-sm text-muted">
      <bdi>{actorName ?? t("people.deleted")}</bdi> {t(`timeline.merge.${way}`)}{" "}
      <PostLink post={other} isDuplicate={other.isHere} /> <When at={at} />
    </p>
  );
}

function EventEntry({ entry, data }: { entry: Extract<Entry, { type: "event" }>; data: PostData }) {
  const words = useWords();
  const { t } = words;
  const sentence = sentenceOf(words, entry.event, {
    ...namesOfRoadmaps(words),
    board: (id) => data.boards.find((board) => board.id === id)?.name ?? t("events.hiddenBoard"),
    tag: (id) => data.tags.find((tag) => tag.id === id)?.name ?? t("events.deletedTag"),
  });
  return (
    <p className="text-sm text-muted">
      {sentence} <When at={entry.at} />
    </p>
  );
}
