import type { SerializeFrom } from "@remix-run/node";
import { postPath } from "~/models/feedback/posts/post-path";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";
import type { loadAlike } from "./load-alike.server";

/** What the customer may mean, most alike first, each to be linked at once. */
export function AlikePosts({ ticket, posts }: { ticket: number; posts: SerializeFrom<typeof loadAlike> }) {
  const { t, number: format } = useWords();
  if (posts.length === 0) return null;
  return (
    <section aria-labelledby="alike" className="mt-8">
      <h2 id="alike" className="text-lg">
        {t("freshdeskPages.makePost.alike")}
      </h2>
      <ul className={`${card} mt-3 divide-y divide-line`}>
        {posts.map((post) => (
          <li key={post.number} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <a
              href={postPath(post)}
              className="min-w-0 grow basis-56 font-medium wrap-anywhere no-underline hover:text-accent"
            >
              <bdi>
                #{post.number} {post.title}
              </bdi>
            </a>
            <StatusBadge status={post.status} />
            <span className="text-sm text-muted tabular-nums">
              {t("freshdeskPages.makePost.score", { percent: format(Math.round(post.score * 100)) })}
            </span>
            <form method="post" action={`/posts/${post.number}/tickets`}>
              <button type="submit" name="ticket" value={ticket} className={button("quiet", "small")}>
                {t("freshdeskPages.makePost.linkThis")}
                <span className="sr-only"> #{post.number}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
