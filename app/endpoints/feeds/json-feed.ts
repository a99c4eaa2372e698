import type { Feed } from "./feed";

/** A feed as JSON Feed 1.1. */
export function writeJsonFeed({ title, self, home, language, items }: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: home,
    feed_url: self,
    language,
    items: items.map(({ id, link, title, html, summary, author, tags, publishedAt, changedAt }) => ({
      id,
      url: link,
      title,
      // One of the two texts has to be there.
      ...(html ? { content_html: html } : { content_text: summary ?? "" }),
      summary,
      authors: [{ name: author }],
      tags: tags.length > 0 ? tags : undefined,
      date_published: publishedAt.toISOString(),
      date_modified: changedAt.toISOString(),
    })),
  });
}
