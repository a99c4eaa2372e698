import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Db, Message, Topic } from "./client.server";

// Messages are what a transaction lets every process know once it has committed: by NOTIFY, and in its own process
// without that detour, so that whoever waits for the transaction finds that it was heard.

export const channel = "groundswell_news";

/** Characters of a message: what NOTIFY takes, less room for the id and the topic. */
export const longestMessage = 7800;

/** Sends in `db`'s transaction: delivered if and only if it commits. */
export async function publish(db: Db, topic: Topic, text: string): Promise<void> {
  const id = messageId();
  await db.execute(sql`select ${publishing(id, topic, sql`${text}`)}`);
  deliverHere(db, { id, topic, text });
}

export const messageId = (): string => randomUUID();

/** The same within a statement that does more than that; {@link deliverHere} has to follow it. */
export const publishing = (id: string, topic: Topic, text: SQL): SQL =>
  sql`pg_notify(${channel}, ${`${id} ${topic} `} || ${text})`;

/** A message as NOTIFY carries it. */
export const payloadOf = ({ id, topic, text }: Message): string => `${id} ${topic} ${text}`;

/** What {@link payloadOf} made. The version before this one named no topic: what it sends is about pages, or of no use here. */
export function readPayload(payload: string): Message {
  const [, id = "", topic = "pages", text = ""] = /^(\S{36}) (?:([a-z]+) )?([\s\S]*)$/.exec(payload) ?? [];
  return { id, topic: topic as Topic, text };
}

export type Deliver = (message: Message) => void;

interface Post {
  deliver: Deliver;
  /** What waits for the commit; undefined where every statement commits by itself. */
  unsent?: Message[];
  /** Kinds of jobs that nobody receives. */
  unreceived: ReadonlySet<string>;
}

const ofDatabase = Symbol("post");

interface Posting {
  [ofDatabase]?: Post;
}

/** Delivers a message in this process, as soon as the transaction that sent it has committed. */
export function deliverHere(db: Db, message: Message): void {
  const post = (db as Posting)[ofDatabase];
  if (post?.unsent) post.unsent.push(message);
  else post?.deliver(message);
}

/** Has `deliver` get what is published through `db` and its transactions, as soon as it is true. */
export function deliverThrough(db: Db, deliver: Deliver): Db {
  return postThrough(db, { deliver, unreceived: new Set() });
}

/** Has nothing queued through `db` and its transactions of the kinds that nobody would receive. */
export function leaveOut(db: Db, kinds: Iterable<string>): void {
  const post = (db as Posting)[ofDatabase];
  if (post) post.unreceived = new Set(kinds);
}

export const isReceived = (db: Db, kind: string): boolean => !(db as Posting)[ofDatabase]?.unreceived.has(kind);

function postThrough(db: Db, post: Post): Db {
  (db as Posting)[ofDatabase] = post;
  const begin = db.transaction.bind(db) as Db["transaction"];
  db.transaction = async (work, config) => {
    const unsent = post.unsent ?? [];
    const result = await begin((tx) => {
      postThrough(tx as Db, { ...post, unsent });
      return work(tx);
    }, config);
    if (!post.unsent) for (const message of unsent) post.deliver(message);
    return result;
  };
  return db;
}

/** After so many ids we forget which of the messages came one way only; delivering some twice does no harm. */
const mostIds = 1000;

/** Delivers each message once, whichever way it comes first. */
export function deliverOnce(deliver: Deliver): Deliver {
  const waiting = new Set<string>();
  return (message) => {
    if (waiting.delete(message.id)) return;
    if (waiting.size >= mostIds) waiting.clear();
    waiting.add(message.id);
    deliver(message);
  };
}
