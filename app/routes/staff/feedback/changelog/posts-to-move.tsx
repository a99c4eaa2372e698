import type { SerializeFrom } from "@remix-run/node";
import type { LinkedPost } from "~/models/feedback/changelog/link-posts.server";
import { canMove, categoryOf, finishedStatus } from "~/models/feedback/posts/lifecycle";
import { postPath } from "~/models/feedback/posts/post-path";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";

/** What becomes of the posts of an entry when it is published. */
export function PostsToMove({ posts }: { posts: SerializeFrom<LinkedPost>[] }) {
  const { t } = useWords();
  if (posts.length === 0) return null;
  return (
    <section aria-labelledby="moves">
      <h3 id="moves" className="text-sm font-medium">
        {t("changelogStaff.publish.posts")}
      </h3>
      <ul className="mt-2 space-y-3 text-sm">
        {posts.map((post) => (
          <li key={post.number}>
            <a href={postPath(post)} dir="auto" className="block text-accent underline">
              {post.title}
            </a>
            <span className="mt-1 flex flex-wrap items-center gap-x-2">
              <StatusBadge status={post.status} />
              <Fate post={post} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fate({ post }: { post: Pick<LinkedPost, "kind" | "status"> }) {
  const { t } = useWords();
  const to = finishedStatus[post.kind];
  if (categoryOf(post.status) === "done")
    return <span className="text-muted">{t("changelogStaff.publish.stays")}</span>;
  if (canMove(post, to)) return <span className="text-muted">{t("changelogStaff.publish.moves", { to })}</span>;
  return <span className="text-danger">{t("changelogStaff.publish.stuck", { to })}</span>;
}
