/** Slugs that no roadmap can have, because other pages have these addresses. */
export const reservedSlugs: readonly string[] = ["embed", "history", "feed"];

export const roadmapPath = ({ slug }: { slug: string }): string => `/roadmap/${slug}`;

/** Without the format; the portal's own roadmap is followed as what it is at the time. */
export const roadmapFeedPath = (roadmap: { slug: string }, isOwn: boolean): string =>
  isOwn ? "/roadmap/feed" : `${roadmapPath(roadmap)}/feed`;
