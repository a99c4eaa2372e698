import { type Request, Router } from "express";
import type { Db } from "#db/client.server";
import { spokenLanguage, wordsIn } from "~/i18n";
import { DomainError } from "~/models/core/domain-error";
import { Query } from "~/models/core/text/query";
import { readAddress } from "../address.server";
import { asRefusal } from "../as-refusal";
import type { Parts } from "../parts.server";
import { limitAddress } from "../rate-limit.server";
import { sendRefusal } from "../send-refusal.server";
import { writeAtom } from "./atom.server";
import type { Asked, Feed } from "./feed";
import { feedOfChangelog } from "./feed-of-changelog.server";
import { feedOfPost } from "./feed-of-post.server";
import { feedOfPosts } from "./feed-of-posts.server";
import { feedOfRoadmap } from "./feed-of-roadmap.server";
import { writeJsonFeed } from "./json-feed";

type Read = (db: Db, asked: Asked) => Promise<Omit<Feed, "self" | "language">>;

const places: Record<string, Read> = {
  "/feed": feedOfPosts,
  "/posts/:number([1-9]\\d{0,8})/feed": feedOfPost,
  "/changelog/feed": feedOfChangelog,
  "/roadmap/feed": feedOfRoadmap,
  "/roadmap/:slug/feed": feedOfRoadmap,
};

const formats = {
  atom: { type: "application/atom+xml", write: writeAtom },
  json: { type: "application/feed+json", write: writeJsonFeed },
};

/** `/feed.atom`, `/feed.json` and so on. They stand before Remix, which has the pages. */
export function feeds({ database: { db }, env }: Parts): Router {
  const router = Router();
  for (const [place, read] of Object.entries(places)) {
    for (const [extension, { type, write }] of Object.entries(formats)) {
      router.get(`${place}.${extension}`, async (request, response, next) => {
        try {
          const asked = askedBy(request, env.BASE_URL);
          const limited = await limitAddress("feed", { db, env, viewer: null, ip: request.ip ?? "" }).catch(asRefusal);
          if (limited) return sendRefusal(request, response, asked.words, limited);
          const feed = await read(db, asked).catch(asRefusal);
          if (feed instanceof DomainError) return sendRefusal(request, response, asked.words, feed);
          // Kept by anybody, shown only after asking again: what is hidden is gone at once. Express answers 304, but
          // not to those who bypass caches, and readers that are written with `fetch` say so whenever they ask.
          delete request.headers["cache-control"];
          response.set("Cache-Control", "public, no-cache").type(`${type}; charset=utf-8`);
          const { self } = asked;
          response.send(write({ ...feed, self, language: asked.words.language }));
        } catch (error) {
          next(error);
        }
      });
    }
  }
  return router;
}

function askedBy(request: Request, baseUrl: string | undefined): Asked {
  const { origin, href: self, searchParams } = readAddress(request, baseUrl);
  const query = new Query(searchParams);
  const words = wordsIn(spokenLanguage(query.text("lang")));
  return { query, words, origin, self, number: Number(request.params.number) || undefined, slug: request.params.slug };
}
