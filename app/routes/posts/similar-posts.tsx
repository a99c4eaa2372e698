import type { SerializeFrom } from "@remix-run/node";
import type { SimilarPost } from "~/models/feedback/posts/find-similar-posts.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";
import { VoteButton } from "~/ui/vote-button";

type Posts = Pick<SerializeFrom<SimilarPost>, "number" | "title" | "status" | "voteCount" | "voted">[];

/** Posts that somebody who is writing one may want to vote for instead; links leave the form where it is. */
export function SimilarPosts({ posts, isStep = false }: { posts: Posts; isStep?: boolean }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="similar" className={`${card} p-4`}>
      <h2 id="similar" tabIndex={-1} autoFocus={isStep} className="text-base">
        {t(isStep ? "similar.question" : "similar.heading")}
      </h2>
      <p className="mt-0.5 text-sm text-muted">{t(isStep ? "similar.nothingPosted" : "similar.voteInstead")}</p>
      <ul className="mt-3 space-y-3">
        {posts.map((post) => (
          <li key={post.number} className="flex items-center gap-3">
            <div className="shrink-0">
              <VoteButton post={post} leadsToPost />
            </div>
            <div className="min-w-0 space-y-1">
              <a
                href={postPath(post)}
                target="_blank"
                dir="auto"
                className="block font-medium hover:text-accent"
                rel="noopener"
              >
                {post.title}
                <span className="sr-only"> {t("similar.newTab")}</span>
              </a>
              <StatusBadge status={post.status} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
