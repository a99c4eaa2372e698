import type { SerializeFrom } from "@remix-run/node";
import { postPath } from "~/models/feedback/posts/post-path";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";
import type { loadAlike } from "./load-alike.server";

interface Props {
  posts: SerializeFrom<typeof loadAlike>;
  /** The form that links the ticket to one of them: where it goes, its hidden fields, and its button. */
  link: (number: number) => { action: string; fields?: Record<string, string>; name: string; value: string | number };
}

/** What the customer may mean, most alike first, each to be linked at once. */
export function AlikePosts({ posts, link }: Props) {
  const { t, number: format } = useWords();
  if (posts.length === 0) return null;
  return (
    <section aria-labelledby="alike" className="mt-8">
      <h2 id="alike" className="text-lg">
        {t("freshdeskPages.makePost.alike")}
      </h2>
      <ul className={`${card} mt-3 divide-y divide-line`}>
        {posts.map((post) => {
          const { action, fields = {}, ...press } = link(post.number);
          return (
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
              <form method="post" action={action}>
                {Object.entries(fields).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <button type="submit" {...press} className={button("quiet", "small")}>
                  {t("freshdeskPages.makePost.linkThis")}
                  <span className="sr-only"> #{post.number}</span>
                </button>
              </form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
