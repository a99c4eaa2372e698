import { setImmediate as breathe } from "node:timers/promises";
import { and, desc, eq, gt } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles, articleTexts } from "#db/schema";
import { languages } from "~/i18n/languages";
import { isOneOf, isTextFor } from "../articles/visible-articles.server";
import type { ArticleIndex } from "./article-index";
import { openIndex } from "./open-index.server";
import { paragraphsOf } from "./passages";

interface Live {
  index: ArticleIndex;
  /** When the last text that it has was changed. */
  upTo: Date;
}

type ByLanguage = Map<string, Promise<Live>>;

const opened = new WeakMap<Db, ByLanguage>();

const beginning = new Date(0);
/** Milliseconds: what was committed late is looked for again. */
const overlap = 60_000;
const atOnce = 100;
const betweenBreaths = 5;

/**
 * All articles as they are shown to readers of a language, in the memory of this process: read when somebody first asks, and what was
 * changed since whenever somebody asks again.
 */
export async function liveIndex(db: Db, language: string): Promise<ArticleIndex> {
  const byLanguage: ByLanguage = opened.get(db) ?? new Map();
  opened.set(db, byLanguage);
  const before = byLanguage.get(language);
  const fresh = before ? before.then((live) => catchUp(db, language, live)) : load(db, language);
  byLanguage.set(language, fresh);
  // Whoever asks next begins anew.
  fresh.catch(() => byLanguage.delete(language));
  return (await fresh).index;
}

/** Reads all articles in each language before anybody asks; whoever asks meanwhile waits for the same. */
export async function readAhead(db: Db): Promise<void> {
  for (const language of languages) await liveIndex(db, language);
}

async function load(db: Db, language: string): Promise<Live> {
  const live: Live = { index: await openIndex(language), upTo: beginning };
  return catchUp(db, language, live);
}

async function catchUp(db: Db, language: string, live: Live): Promise<Live> {
  const { articleId, changedAt } = articleTexts;
  const [last] = await db.select({ changedAt }).from(articleTexts).orderBy(desc(changedAt)).limit(1);
  if (!last || last.changedAt <= live.upTo) return live;
  const since = new Date(live.upTo.getTime() - overlap);
  const changed = await db.selectDistinct({ id: articleId }).from(articleTexts).where(gt(changedAt, since));
  await put(
    db,
    language,
    live.index,
    changed.map(({ id }) => id),
  );
  return { ...live, upTo: last.changedAt };
}

async function put(db: Db, language: string, index: ArticleIndex, ids: string[]): Promise<void> {
  const { title, wordings, bodyHtml } = articleTexts;
  for (let from = 0; from < ids.length; from += atOnce) {
    const texts = await db
      .select({ id: articles.id, title, wordings, bodyHtml })
      .from(articles)
      .innerJoin(articleTexts, eq(articleTexts.articleId, articles.id))
      .where(and(isOneOf(ids.slice(from, from + atOnce)), isTextFor(language)));
    for (const [i, text] of texts.entries()) {
      index.put({ ...text, body: paragraphsOf(text.bodyHtml) });
      if (i % betweenBreaths === betweenBreaths - 1) await breathe();
    }
  }
}
