import { type Request, Router } from "express";
import { entryPath } from "~/models/feedback/changelog/entry-path";
import { listEntriesForRobots } from "~/models/feedback/changelog/list-entries-for-robots.server";
import { countNumbers } from "~/models/feedback/posts/count-numbers.server";
import { listForRobots } from "~/models/feedback/posts/list-for-robots.server";
import { postPath } from "~/models/feedback/posts/post-path";
import type { Parts } from "./parts.server";
import { siteOrigin } from "./site-origin.server";

/** Addresses in a file: search engines read no more than 50,000. */
const mostInFile = 49_000;

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** What search engines may read, as visitors see it: `robots.txt`, which names the map, and the map, written bit by bit. */
export function sitemap({ database: { db }, env }: Parts): Router {
  const router = Router();
  const originOf = (request: Request) => siteOrigin(request, env.BASE_URL);
  const countFiles = async () => Math.max(1, Math.ceil((await countNumbers(db)) / mostInFile));

  router.get("/robots.txt", (request, response) => {
    const closed = ["/staff", "/me", "/sign-in", "/dev"].map((path) => `Disallow: ${path}\n`).join("");
    response.type("text/plain").set("Cache-Control", "public, max-age=3600");
    response.send(`User-agent: *\n${closed}\nSitemap: ${originOf(request)}/sitemap.xml\n`);
  });

  router.get("/sitemap.xml", async (request, response, next) => {
    try {
      const files = await countFiles();
      if (files === 1) return await write(1, request, response);
      const places = Array.from({ length: files }, (_, i) => loc(`${originOf(request)}/sitemap-${i + 1}.xml`));
      const all = places.map((place) => `<sitemap>${place}</sitemap>\n`).join("");
      response.type("application/xml; charset=utf-8").set("Cache-Control", "public, no-cache");
      response.send(`${head}<sitemapindex ${schema}>\n${all}</sitemapindex>\n`);
    } catch (error) {
      next(error);
    }
  });

  router.get("/sitemap-:file([1-9]\\d{0,4}).xml", async (request, response, next) => {
    try {
      const file = Number(request.params.file);
      if (file > (await countFiles())) return next();
      await write(file, request, response);
    } catch (error) {
      next(error);
    }
  });

  async function write(file: number, request: Request, response: import("express").Response): Promise<void> {
    const origin = originOf(request);
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

  return router;
}

const loc = (address: string): string => `<loc>${escapeXml(address)}</loc>`;

const url = (address: string, changedAt?: Date | null): string =>
  `<url>${loc(address)}${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ""}</url>\n`;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
