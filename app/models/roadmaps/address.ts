/** What a roadmap cannot be called, because something else is there. */
export const reservedSlugs: readonly string[] = ["embed", "history", "feed"];

export const roadmapPath = ({ slug }: { slug: string }): string => `/roadmap/${slug}`;
