/** A feed that browsers and readers find by the head of a page. */
export interface FeedLink {
  title: string;
  type: "application/atom+xml" | "application/feed+json";
  href: string;
}

/** Both kinds of a feed: `/changelog/feed` and `?label=new` are `/changelog/feed.atom?label=new` and the same in JSON. */
export const feedLinks = (title: string, place: string, search = ""): FeedLink[] => [
  { title: `${title} (Atom)`, type: "application/atom+xml", href: `${place}.atom${search}` },
  { title: `${title} (JSON Feed)`, type: "application/feed+json", href: `${place}.json${search}` },
];
