import type { Db } from "#db/client.server";
import { type Call, nothing } from "~/http/endpoint.server";
import { portalFor } from "~/http/portal.server";
import { siteOrigin } from "~/http/site-origin.server";
import type { Language } from "~/i18n/languages";
import { languageFor } from "~/models/core/settings/languages";
import { inLanguages } from "~/models/core/text/in-language";
import { entryPath } from "~/models/feedback/changelog/entry-path";
import { listEntriesForRobots } from "~/models/feedback/changelog/list-entries-for-robots.server";
import { countNumbers } from "~/models/feedback/posts/count-numbers.server";
import { listForRobots } from "~/models/feedback/posts/list-for-robots.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { addressesOf } from "~/models/help/articles/addresses";
import { articlePath } from "~/models/help/articles/article-path";
import { listArticlesForRobots } from "~/models/help/articles/list-articles-for-robots.server";
import { listSections } from "~/models/help/sections/list-sections.server";

/** Posts in a file: search engines read no more than 50,000 addresses, nor 50 MB, and each names itself in every language. */
const mostInFile = 20_000;

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const links = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';

const originOf = ({ request, parts }: Call): string => siteOrigin(request, parts.env.BASE_URL);
const countFiles = async (db: Db): Promise<number> => Math.max(1, Math.ceil((await countNumbers(db)) / mostInFile));

/** Responds with robots.txt. */
export function writeRobots(call: Call): void {
  const isPrivate = portalFor(call.request).settings.isPrivate;
  const closed = (isPrivate ? ["/"] : ["/staff", "/me", "/sign-in", "/dev"])
    .map((path) => `Disallow: ${path}\n`)
    .join("");
  call.response.type("text/plain").set("Cache-Control", "public, no-cache");
  const map = isPrivate ? "" : `\nSitemap: ${originOf(call)}/sitemap.xml\n`;
  call.response.send(`User-agent: *\n${closed}${map}`);
}

/** The map, or a list of its files where there are several. */
export async function writeSitemap(call: Call): Promise<void> {
  const { db, response } = call;
  const files = await countFiles(db);
  if (files === 1) return write(1, call);
  const places = Array.from({ length: files }, (_, i) => loc(`${originOf(call)}/sitemap-${i + 1}.xml`));
  const all = places.map((place) => `<sitemap>${place}</sitemap>\n`).join("");
  response.type("application/xml; charset=utf-8").set("Cache-Control", "public, no-cache");
  response.send(`${head}<sitemapindex ${schema}>\n${all}</sitemapindex>\n`);
}

/** Responds with one of the files that the sitemap lists. */
export async function writePartOfSitemap(call: Call): Promise<unknown> {
  const file = Number(call.request.params.file);
  if (file > (await countFiles(call.db))) return nothing;
  await write(file, call);
}

/** Streams a file of the sitemap, with what visitors may see. */
async function write(file: number, call: Call): Promise<void> {
  const { db, request, response } = call;
  const origin = originOf(call);
  const { settings } = portalFor(request);
  const url = (path: string, changedAt?: Date | null): string =>
    writeUrl(origin + path, inLanguages(origin + path, settings.languages), changedAt);
  response.type("application/xml; charset=utf-8").set("Cache-Control", "public, no-cache");
  response.write(`${head}<urlset ${schema} ${links}>\n`);
  if (file === 1) {
    response.write(["/", "/roadmap", "/changelog", "/help"].map((path) => url(path)).join(""));
    const entries = await listEntriesForRobots(db);
    response.write(entries.map((entry) => url(entryPath(entry), entry.changedAt)).join(""));
    const sections = await listSections(db, null);
    response.write(sections.flatMap(({ count, slug }) => (count > 0 ? url(`/help/${slug}`) : [])).join(""));
    const articles = await listArticlesForRobots(db);
    response.write(articles.map((article) => writeArticle(article, origin, languageFor(settings))).join(""));
  }
  const after = (file - 1) * mostInFile;
  for await (const some of listForRobots(db, { after, until: after + mostInFile })) {
    if (response.destroyed) return;
    response.write(some.map((post) => url(postPath(post), post.changedAt)).join(""));
  }
  response.end("</urlset>\n");
}

/** An article is at home where readers of the portal's own language find it, or else in the language that it is written in. */
function writeArticle(
  article: Awaited<ReturnType<typeof listArticlesForRobots>>[number],
  origin: string,
  own: Language,
): string {
  const textIn = (language: string) => article.languages.find((text) => text.language === language);
  const { slug = "" } = textIn(own) ?? textIn(article.source) ?? {};
  const address = origin + articlePath({ number: article.number, slug });
  return writeUrl(address, addressesOf(article, origin), article.changedAt);
}

const loc = (address: string): string => `<loc>${escapeXml(address)}</loc>`;

function writeUrl(address: string, addresses: Partial<Record<string, string>>, changedAt?: Date | null): string {
  const alternates = [...Object.entries(addresses), ["x-default", address]].map(
    ([language, href = ""]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(href)}"/>`,
  );
  const when = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : "";
  return `<url>${loc(address)}${when}${alternates.join("")}</url>\n`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
