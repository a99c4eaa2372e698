import type { Db } from "#db/client.server";
import { type Call, nothing } from "~/http/endpoint.server";
import { portalFor } from "~/http/portal.server";
import { siteOrigin } from "~/http/site-origin.server";
import { entryPath } from "~/models/feedback/changelog/entry-path";
import { listEntriesForRobots } from "~/models/feedback/changelog/list-entries-for-robots.server";
import { countNumbers } from "~/models/feedback/posts/count-numbers.server";
import { listForRobots } from "~/models/feedback/posts/list-for-robots.server";
import { postPath } from "~/models/feedback/posts/post-path";

/** Addresses in a file: search engines read no more than 50,000. */
const mostInFile = 49_000;

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

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
  const { db, response } = call;
  const origin = originOf(call);
  response.type("application/xml; charset=utf-8").set("Cache-Control", "public, no-cache");
  response.write(`${head}<urlset ${schema}>\n`);
  if (file === 1) {
    response.write(["/", "/roadmap", "/changelog"].map((path) => url(origin + path)).join(""));
    const entries = await listEntriesForRobots(db);
    response.write(entries.map((entry) => url(origin + entryPath(entry), entry.changedAt)).join(""));
  }
  const after = (file - 1) * mostInFile;
  for await (const some of listForRobots(db, { after, until: after + mostInFile })) {
    if (response.destroyed) return;
    response.write(some.map((post) => url(origin + postPath(post), post.changedAt)).join(""));
  }
  response.end("</urlset>\n");
}

const loc = (address: string): string => `<loc>${escapeXml(address)}</loc>`;

const url = (address: string, changedAt?: Date | null): string =>
  `<url>${loc(address)}${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ""}</url>\n`;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
