import { useMatches } from "@remix-run/react";
import type { Language } from "~/i18n";
import { picturePath } from "~/models/core/settings/portal-picture";
import { inLanguage, inLanguages } from "~/models/core/text/in-language";
import { Query } from "~/models/core/text/query";
import type { FeedLink } from "./feed-links";
import { useFrame } from "./frame";

/** What a page says of itself to browsers and search engines; loaders return it as `head`. */
export interface Head {
  title: string;
  description?: string;
  /** The full address of the page where it has several, without a language. */
  canonical?: string;
  /** The full address of the page in each language, where it is not in all, or has addresses of its own there. */
  addresses?: Partial<Record<Language, string>>;
  /** What the page is about, as search engines read it (schema.org), one thing each. */
  graph?: Thing[];
  /** Pages that no search engine should list. */
  isPrivate?: boolean;
  /** Stands in a frame of somebody else's page: without what surrounds our pages. */
  isEmbedded?: boolean;
  /** When what stands on the page was published: it is an article. */
  publishedAt?: Date | string;
  feeds?: FeedLink[];
}

/** A thing of schema.org. */
export interface Thing {
  "@type": string;
  [property: string]: unknown;
}

export const useHead = (): Head | undefined =>
  useMatches()
    .map(({ data }) => (data as { head?: Head } | undefined)?.head)
    .findLast(Boolean);

/** The head that the innermost loader gave. */
export function PageHead({ fallback }: { fallback: string }) {
  const { path, settings } = useFrame();
  const head = useHead() ?? ({ title: fallback } as Head);
  const { title, description, canonical: plain, addresses, isPrivate, graph, feeds = [] } = head;
  // In a language that it names, a page is one of its own: search engines would drop what calls itself another.
  const named = languageOf(path, settings.languages);
  const canonical = plain && (addresses && named && !addresses[named] ? plain : inLanguage(plain, named));
  return (
    <>
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {canonical && <link rel="canonical" href={canonical} />}
      {isPrivate && <meta name="robots" content="noindex" />}
      {canonical && !isPrivate && <OpenGraph {...head} canonical={canonical} />}
      {plain && !isPrivate && <Languages address={plain} addresses={addresses} />}
      {graph && !isPrivate && <Graph things={graph} />}
      {feeds.map(({ title, type, href }) => (
        <link key={href} rel="alternate" type={type} title={title} href={href} />
      ))}
    </>
  );
}

/** The language that an address names. */
const languageOf = (path: string, languages: readonly Language[]): Language | undefined =>
  new Query(new URL(path, "http://here").search).oneOf("lang", languages);

/** Where search engines find the page in each language, and for everybody else. */
function Languages({ address, addresses }: { address: string; addresses: Head["addresses"] }) {
  const { languages } = useFrame().settings;
  return (
    <>
      {Object.entries(addresses ?? inLanguages(address, languages)).map(([language, href]) => (
        <link key={language} rel="alternate" hrefLang={language} href={href} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={address} />
    </>
  );
}

/** One graph for the whole page; no text in it ends the element that it stands in. */
function Graph({ things }: { things: Thing[] }) {
  const text = JSON.stringify({ "@context": "https://schema.org", "@graph": things }).replace(/</g, "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without the sign that begins a tag
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
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
