import { useMatches } from "@remix-run/react";

/** What a page says of itself to browsers and search engines; loaders return it as `head`. */
export interface Head {
  title: string;
  description?: string;
  /** The full address of the page where it has several. */
  canonical?: string;
  /** Pages that no search engine should list. */
  isPrivate?: boolean;
  /** Stands in a frame of somebody else's page: without what surrounds our pages. */
  isEmbedded?: boolean;
}

export const useHead = (): Head | undefined =>
  useMatches()
    .map(({ data }) => (data as { head?: Head } | undefined)?.head)
    .findLast(Boolean);

/** The head that the innermost loader gave. */
export function PageHead({ fallback }: { fallback: string }) {
  const { title, description, canonical, isPrivate } = useHead() ?? ({ title: fallback } as Head);
  return (
    <>
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {canonical && <link rel="canonical" href={canonical} />}
      {isPrivate && <meta name="robots" content="noindex" />}
    </>
  );
}
