import type { Words } from "~/i18n";

/** A feed that browsers and readers find by the head of a page. */
export interface FeedLink {
  title: string;
  type: "application/atom+xml" | "application/feed+json";
  href: string;
}

/**
 * Both kinds of a feed, in the reader's language: `/changelog/feed` with a label becomes
 * `/changelog/feed.atom?label=new` and the same in JSON.
 */
export function feedLinks(
  { language }: Words,
  title: string,
  place: string,
  filter: Record<string, string | undefined> = {},
): FeedLink[] {
  const wanted = Object.entries({ ...filter, lang: language === "en" ? undefined : language });
  const search = new URLSearchParams(wanted.flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
  const hrefOf = (extension: string) => `${place}.${extension}${search && `?${search}`}`;
  return [
    { title: `${title} (Atom)`, type: "application/atom+xml", href: hrefOf("atom") },
    { title: `${title} (JSON Feed)`, type: "application/feed+json", href: hrefOf("json") },
  ];
}
