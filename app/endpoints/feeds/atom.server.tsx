import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Feed, FeedItem } from "./feed";

/** Characters that XML 1.0 does not allow, not even escaped. */
const unsayable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A feed as Atom (RFC 4287). React writes XML as well as HTML, and leaves nothing unescaped. */
export function writeAtom(feed: Feed): string {
  const changedAt = Math.max(0, ...feed.items.map((item) => item.changedAt.getTime()));
  const xml = renderToStaticMarkup(
    element(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom", xmlLang: feed.language },
      element("id", {}, feed.self),
      element("title", {}, feed.title),
      element("updated", {}, new Date(changedAt).toISOString()),
      element("link", { rel: "self", type: "application/atom+xml", href: feed.self }),
      element("link", { rel: "alternate", type: "text/html", href: feed.home }),
      ...feed.items.map(writeItem),
    ),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml.replace(unsayable, "")}`;
}

function writeItem({ id, link, title, html, summary, author, tags, publishedAt, changedAt }: FeedItem) {
  return element(
    "entry",
    { key: id },
    element("id", {}, id),
    element("title", {}, title),
    element("link", { rel: "alternate", type: "text/html", href: link }),
    element("author", {}, element("name", {}, author)),
    element("published", {}, publishedAt.toISOString()),
    element("updated", {}, changedAt.toISOString()),
    ...tags.map((tag) => element("category", { term: tag, key: tag })),
    summary ? element("summary", {}, summary) : null,
    element("content", { type: "html" }, html),
  );
}

/** Elements that React knows nothing of. */
const element = createElement as (
  name: string,
  attributes: Record<string, string>,
  ...children: unknown[]
) => JSX.Element;
