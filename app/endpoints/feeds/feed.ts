import { v5 } from "uuid";
import type { Words } from "~/i18n";
import type { Query } from "~/models/core/text/query";

/** What a reader asks for. Nobody is signed in here: a feed is the same for everybody. */
export interface Asked {
  query: Query;
  /** Of a post. */
  number?: number;
  /** Of a roadmap; without it, the portal's own. */
  slug?: string;
  /** In English, unless the address names another language: readers keep no cookies. */
  words: Words;
  origin: string;
  /** Its full address. */
  self: string;
}

/** A feed, whatever its format. All addresses are absolute. */
export interface Feed {
  title: string;
  /** Where the feed itself is. */
  self: string;
  /** The page that it follows. */
  home: string;
  language: string;
  /** The latest first. */
  items: FeedItem[];
}

export interface FeedItem {
  /** For good, wherever the portal moves to. */
  id: string;
  link: string;
  title: string;
  html: string;
  summary?: string;
  author: string;
  tags: string[];
  publishedAt: Date;
  changedAt: Date;
}

/** The most items that a feed has. */
export const mostItems = 50;

/** Where items have no name of their own that is like no other, they get one by what they are. */
const namespace = "5b1c0f2e-8a3d-5c47-9d7a-0e6f4b2a9c11";

export const idOfEvent = (id: string, at: Date): string => idOf(v5(`${id} ${at.toISOString()}`, namespace));

export const idOf = (uuid: string): string => `urn:uuid:${uuid}`;

/** Links and pictures to their end, or to the end of everything: what is not closed is looked at once. */
const tag = /<(?:a|img)\s(?:"[^"]*(?:"|$)|[^">])*(?:>|$)/gi;

/** Readers show the HTML on no page of ours: links and pictures need the whole of their addresses. */
export const withOrigin = (html: string, origin: string): string =>
  html.replace(tag, (whole) => whole.replace(/(\s(?:href|src)=")\/(?!\/)/, `$1${origin}/`));
