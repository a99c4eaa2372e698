import type { SerializeFrom } from "@remix-run/node";
import type { FollowLevel } from "#db/schema/feedback/posts";
import type { OwnPost } from "~/models/feedback/posts/own-posts.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";
import { When } from "~/ui/when";

export function OwnPosts({ tab, posts }: { tab: "posts" | "votes" | "follows"; posts: SerializeFrom<OwnPost>[] }) {
  const { t, number } = useWords();
  if (posts.length === 0) {
    return (
      <div className="rounded-card border border-dashed border-line px-6 py-12 text-center">
        <p>{t(`me.empty.${tab}`)}</p>
        <a href={tab === "posts" ? "/posts/new" : "/"} className={`${button("quiet")} mt-4`}>
          {t(tab === "posts" ? "nav.newPost" : "me.browse")}
        </a>
      </div>
    );
  }
  return (
    <ul className="divide-y divide-line border-y border-line">
      {posts.map((post) => (
        <li key={post.number} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
          <a
            href={postPath(post)}
            dir="auto"
            className="min-w-0 grow basis-64 font-medium no-underline hover:text-accent"
          >
            {post.title}
          </a>
          {post.follow && <span className="text-xs text-muted">{t(`follow.level.${post.follow as FollowLevel}`)}</span>}
          {post.isMerged ? (
            <span className="text-xs text-muted">{t("me.merged")}</span>
          ) : (
            <StatusBadge status={post.status} />
          )}
          <span className="text-xs text-muted tabular-nums">
            {t("vote.count", { count: post.voteCount, votes: number(post.voteCount) })}
          </span>
          <span className="text-xs text-muted">
            <When at={post.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
