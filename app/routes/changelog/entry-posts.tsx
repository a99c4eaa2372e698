import type { SerializeFrom } from "@remix-run/node";
import type { LinkedPost } from "~/models/feedback/changelog/link-posts.server";
import type { Thanks } from "~/models/feedback/changelog/thanks.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";

/** What an entry brings that people asked for, and thanks to them. */
export function EntryPosts({ posts, thanks }: { posts: SerializeFrom<LinkedPost>[]; thanks: Thanks }) {
  const { t } = useWords();
  if (posts.length === 0) return null;
  return (
    <section aria-labelledby="brings" className="mt-8">
      <h2 id="brings" className="text-lg">
        {t("changelog.posts")}
      </h2>
      <ul className={`${card} mt-3 divide-y divide-line`}>
        {posts.map((post) => (
          <li key={post.number} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
            <a href={postPath(post)} dir="auto" className="min-w-0 grow basis-56 no-underline hover:text-accent">
              {post.title}
            </a>
            <StatusBadge status={post.status} />
          </li>
        ))}
      </ul>
      <ThankYou thanks={thanks} />
    </section>
  );
}

function ThankYou({ thanks: { names, others } }: { thanks: Thanks }) {
  const { t, number, list } = useWords();
  if (names.length + others === 0) return null;
  const rest = { count: others, people: number(others) };
  if (names.length === 0) return <p className="mt-4">{t("changelog.thanks.unnamed", rest)}</p>;
  const people = [...names.map(isolated), ...(others > 0 ? [t("changelog.thanks.others", rest)] : [])];
  return <p className="mt-4">{t("changelog.thanks.people", { people: list(people) })}</p>;
}

/** A name keeps its own direction within the sentence. */
const isolated = (name: string): string => `\u2068${name}\u2069`;
