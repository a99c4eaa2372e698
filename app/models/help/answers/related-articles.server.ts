import { setTimeout as pause } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Db } from "#db/client.server";
import type { Viewer } from "../../core/users/viewer";
import { listSomeArticles } from "../articles/list-articles.server";
import { isWorthShowing } from "./bands";
import { liveIndex } from "./live-index.server";

interface Article {
  id: string;
  text: { title: string; wordings: string[]; version: number };
}

/** More than are shown: of some, not everybody may know. */
const mostKept = 20;
/** Milliseconds: whoever reads an article is not to wait for what is beside it, as when this process has just begun. */
const patience = 300;

const known = new LRUCache<string, Promise<string[]>>({ max: 10_000, ttl: 60 * 60_000 });

/**
 * What answers nearly the same as an article, asked in its own words; never itself. It is found once an hour, and shown as it is now
 * to whoever may see it. Undefined where it is not found yet.
 */
export async function listRelated(
  db: Db,
  { viewer, language, article, most }: { viewer: Viewer; language: string; article: Article; most: number },
) {
  const ids = await Promise.race([findRelated(db, language, article), pause(patience, undefined, { ref: false })]);
  if (!ids) return;
  const some = ids.length > 0 ? await listSomeArticles(db, { viewer, language }, ids) : [];
  return some.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)).slice(0, most);
}

function findRelated(db: Db, language: string, { id, text }: Article): Promise<string[]> {
  const key = `${id} ${text.version} ${language}`;
  const before = known.get(key);
  if (before) return before;
  const ids = liveIndex(db, language).then((index) => {
    const { found } = index.rank([text.title, ...text.wordings].join("\n"), mostKept + 1);
    return found.filter((one) => isWorthShowing(one) && one.id !== id).map((one) => one.id);
  });
  known.set(key, ids);
  // Whoever asks next tries again.
  ids.catch(() => known.delete(key));
  return ids;
}
