import type { Db } from "#db/client.server";
import { readAddress } from "~/http/address.server";
import { type Call, endpoint } from "~/http/endpoint.server";
import { readerUpTo } from "~/http/endpoint-guards.server";
import { portalFor } from "~/http/portal.server";
import { wordsIn } from "~/i18n";
import { languageFor } from "~/models/core/settings/languages";
import { Query } from "~/models/core/text/query";
import { writeAtom } from "./atom.server";
import type { Asked, Feed } from "./feed";
import { writeJsonFeed } from "./json-feed";

type Read = (db: Db, asked: Asked) => Promise<Omit<Feed, "self" | "language">>;

const formats = {
  atom: { type: "application/atom+xml", write: writeAtom },
  json: { type: "application/feed+json", write: writeJsonFeed },
};

type Format = keyof typeof formats;

/** The endpoints of one feed, `/feed.atom` and `/feed.json`. */
export const feed = (place: string, read: Read) =>
  (Object.keys(formats) as Format[]).map((format) =>
    endpoint({
      method: "GET",
      path: `${place}.${format}`,
      guard: inItsLanguage,
      body: 0,
      seconds: 12,
      respond: (call) => sendFeed(call, read, format),
    }),
  );

const limited = readerUpTo("feed");

/** Readers keep no cookies: what they are told is in the language of the address. */
function inItsLanguage(call: Call) {
  call.words = askedBy(call).words;
  return limited(call);
}

async function sendFeed(call: Call, read: Read, format: Format): Promise<void> {
  const { db, request, response } = call;
  const { type, write } = formats[format];
  const asked = askedBy(call);
  const feed = await read(db, asked);
  // Kept by anybody, shown only after asking again: what is hidden is gone at once. Express answers 304, but
  // not to those who bypass caches, and readers that are written with `fetch` say so whenever they ask.
  delete request.headers["cache-control"];
  response.set("Cache-Control", "public, no-cache").type(`${type}; charset=utf-8`);
  response.send(write({ ...feed, self: asked.self, language: asked.words.language }));
}

function askedBy({ request, parts }: Call): Asked {
  const { origin, href: self, searchParams } = readAddress(request, parts.env.BASE_URL);
  const query = new Query(searchParams);
  const { settings, texts } = portalFor(request);
  const words = wordsIn(languageFor(settings, query.text("lang")), { texts });
  return { query, words, origin, self, number: Number(request.params.number) || undefined, slug: request.params.slug };
}
