import type { FeedLink } from "./feed-links";
import { useWords } from "./frame";

/** The same for feed readers. */
export function FeedBox({ feeds }: { feeds: FeedLink[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="feeds" className="text-sm">
      <h2 id="feeds" className="text-xs font-semibold text-muted">
        {t("changelog.feed.title")}
      </h2>
      <ul className="mt-1.5 flex gap-4">
        {feeds.map(({ type, href }) => (
          <li key={href}>
            <a href={href} type={type} className="text-accent underline">
              {t(type === "application/atom+xml" ? "changelog.feed.atom" : "changelog.feed.json")}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
