import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Db, News } from "./client.server";

// News are what a transaction lets every process know once it has committed: by NOTIFY, and in its own process
// without that detour, so that whoever waits for the transaction finds that it was heard.

export const newsChannel = "groundswell_news";

/** What NOTIFY takes, with room for the id. */
export const longestNews = 7900;

/** Tells in `db`'s transaction: heard if and only if it commits. */
export async function tell(db: Db, text: string): Promise<void> {
  const id = newsId();
  await db.execute(sql`select ${telling(id, sql`${text}`)}`);
  hasTold(db, { id, text });
}

export const newsId = (): string => randomUUID();

/** The same within a statement that does more than that; `hasTold` has to follow it. */
export const telling = (id: string, text: SQL): SQL => sql`pg_notify(${newsChannel}, ${id} || ' ' || ${text})`;

/** What {@link telling} sent, as it arrives. */
export const readNews = (payload: string): News => ({ id: payload.slice(0, 36), text: payload.slice(37) });

export type Hear = (news: News) => void;

interface Voice {
  hear: Hear;
  /** What waits for the commit; undefined where every statement commits by itself. */
  untold?: News[];
  /** Kinds of jobs that nobody receives. */
  unreceived: ReadonlySet<string>;
}

const ofDatabase = Symbol("voice");

interface Speaking {
  [ofDatabase]?: Voice;
}

export function hasTold(db: Db, news: News): void {
  const voice = (db as Speaking)[ofDatabase];
  if (voice?.untold) voice.untold.push(news);
  else voice?.hear(news);
}

/** Lets `hear` know, as soon as it is true, what is told through `db` and its transactions. */
export function giveVoice(db: Db, hear: Hear): Db {
  return speakAs(db, { hear, unreceived: new Set() });
}

/** Has nothing queued through `db` and its transactions of the kinds that nobody would receive. */
export function leaveOut(db: Db, kinds: Iterable<string>): void {
  const voice = (db as Speaking)[ofDatabase];
  if (voice) voice.unreceived = new Set(kinds);
}

export const isReceived = (db: Db, kind: string): boolean => !(db as Speaking)[ofDatabase]?.unreceived.has(kind);

function speakAs(db: Db, voice: Voice): Db {
  (db as Speaking)[ofDatabase] = voice;
  const begin = db.transaction.bind(db) as Db["transaction"];
  db.transaction = async (work, config) => {
    const untold = voice.untold ?? [];
    const result = await begin((tx) => {
      speakAs(tx as Db, { ...voice, untold });
      return work(tx);
    }, config);
    if (!voice.untold) for (const news of untold) voice.hear(news);
    return result;
  };
  return db;
}

/** After so many ids we forget which of the news came one way only; hearing some twice does no harm. */
const mostIds = 1000;

/** Hears each piece of news once, whichever way it comes first. */
export function hearOnce(heard: Hear): Hear {
  const waiting = new Set<string>();
  return (news) => {
    if (waiting.delete(news.id)) return;
    if (waiting.size >= mostIds) waiting.clear();
    waiting.add(news.id);
    heard(news);
  };
}
