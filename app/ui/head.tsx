import { useMatches } from "@remix-run/react";

/** What a page says of itself to browsers and search engines; loaders return it as `head`. */
export interface Head {
  title: string;
  description?: string;
  /** The full address of the page where it has several. */
  canonical?: string;
  /** Pages that no search engine should list. */
  isPrivate?: boolean;
}

/** The head that the innermost loader gave. */
export function PageHead({ fallback }: { fallback: string }) {
  const heads = useMatches().map(({ data }) => (data as { head?: Head } | undefined)?.head);
  const { title, description, canonical, isPrivate } = heads.findLast(Boolean) ?? ({ title: fallback } as Head);
  return (
    <>
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {canonical && <link rel="canonical" href={canonical} />}
      {isPrivate && <meta name="robots" content="noindex" />}
    </>
  );
}
