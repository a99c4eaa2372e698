import { useMatches } from "@remix-run/react";
import type { Language } from "~/i18n";
import { picturePath } from "~/models/core/settings/portal-picture";
import { Query } from "~/models/core/text/query";
import type { FeedLink } from "./feed-links";
import { useFrame } from "./frame";

/** What a page says of itself to browsers and search engines; loaders return it as `head`. */
export interface Head {
  title: string;
  description?: string;
  /** The full address of the page where it has several, without a language. */
  canonical?: string;
  /** Pages that no search engine should list. */
  isPrivate?: boolean;
  /** Stands in a frame of somebody else's page: without what surrounds our pages. */
  isEmbedded?: boolean;
  /** When what stands on the page was published: it is an article. */
  publishedAt?: Date | string;
  feeds?: FeedLink[];
}

export const useHead = (): Head | undefined =>
  useMatches()
    .map(({ data }) => (data as { head?: Head } | undefined)?.head)
    .findLast(Boolean);

/** The head that the innermost loader gave. */
export function PageHead({ fallback }: { fallback: string }) {
  const { path, settings } = useFrame();
  const head = useHead() ?? ({ title: fallback } as Head);
  const { title, description, canonical: plain, isPrivate, feeds = [] } = head;
  // In a language that it names, a page is one of its own: search engines would drop what calls itself another.
  const canonical = plain && inLanguage(plain, languageOf(path, settings.languages));
  return (
    <>
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {canonical && <link rel="canonical" href={canonical} />}
      {isPrivate && <meta name="robots" content="noindex" />}
      {canonical && !isPrivate && <OpenGraph {...head} canonical={canonical} />}
      {plain && !isPrivate && <Languages address={plain} />}
      {feeds.map(({ title, type, href }) => (
        <link key={href} rel="alternate" type={type} title={title} href={href} />
      ))}
    </>
  );
}

/** The language that an address names. */
const languageOf = (path: string, languages: readonly Language[]): Language | undefined =>
  new Query(new URL(path, "http://here").search).oneOf("lang", languages);

/** The address of the same page in a language, or in the one that a reader's browser asks for. */
function inLanguage(address: string, language?: Language): string {
  if (!language) return address;
  const url = new URL(address);
  url.searchParams.set("lang", language);
  return url.href;
}

/** Where search engines find the page in each language, and for everybody else. */
function Languages({ address }: { address: string }) {
  const { languages } = useFrame().settings;
  return (
    <>
      {languages.map((language) => (
        <link key={language} rel="alternate" hrefLang={language} href={inLanguage(address, language)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={address} />
    </>
  );
}

/** Open Graph tags, for the preview of a link that somebody shares. */
function OpenGraph({ title, description, canonical, publishedAt }: Head) {
  const { settings, words } = useFrame();
  const { t } = words;
  const end = ` · ${t("site.name")}`;
  const facts = {
    "og:site_name": t("site.name"),
    "og:type": publishedAt ? "article" : "website",
    "og:title": title.endsWith(end) ? title.slice(0, -end.length) : title,
    "og:description": description,
    "og:url": canonical,
    "og:image": canonical && new URL(picturePath(settings, "icon") ?? "/og.png", canonical).href,
    "article:published_time": publishedAt && new Date(publishedAt).toISOString(),
  };
  return (
    <>
      {Object.entries(facts).map(
        ([property, content]) => content && <meta key={property} property={property} content={content} />,
      )}
      <meta name="twitter:card" content="summary" />
    </>
  );
}
