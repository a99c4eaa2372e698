import { type Db, rows } from "#db/client.server";
import { touch } from "../../core/events/touch.server";
import { indexPosts } from "../../core/search-index/index-posts.server";
import { htmlVersion, type Rendered, renderInJob } from "../../core/text/markdown.server";
import { type Kept, type Old, outdated, versionAfterFailure, which } from "./outdated-html.server";

/** Texts at a time: between them, others have their turns, and pages are dropped that show the old ones. */
const stride = 20;

/**
 * Renders some of what was made by older rules, or stayed plain. Resolves to how many were looked at, and which of
 * them took too long again.
 */
export async function renderSomeAgain(db: Db, some: keyof typeof which): Promise<{ found: number; plain: string[] }> {
  const plain: string[] = [];
  for (const kind of outdated) {
    const old = await rows<Old>(db, kind.find(which[some], stride));
    if (old.length === 0) continue;
    const kept: Kept[] = [];
    for (const one of old) kept.push(await renderOne(one));
    plain.push(...kept.filter(({ version }) => version !== htmlVersion).map(({ id }) => `${kind.name} ${id}`));
    await db.transaction(async (tx) => {
      for (const one of kept) await tx.execute(kind.keep(one));
      const postIds = [...new Set(old.flatMap(({ post_id }) => post_id ?? []))];
      if (postIds.length > 0) await indexPosts(tx, postIds);
      await touch(tx, kind.touches(postIds));
    });
    return { found: old.length, plain };
  }
  return { found: 0, plain };
}

async function renderOne(old: Old): Promise<Kept> {
  const rendered: Rendered[] = [];
  for (const text of old.texts) rendered.push(await renderInJob(text, "render-again"));
  const isDone = rendered.every(({ version }) => version === htmlVersion);
  return {
    ...old,
    htmls: rendered.map(({ html }) => html),
    excerpt: rendered.map(({ excerpt }) => excerpt).find(Boolean) ?? "",
    before: old.version,
    version: isDone ? htmlVersion : versionAfterFailure(old.version),
  };
}
