import { Presets, SingleBar } from "cli-progress";
import { migrate } from "#db/migrate.server";
import { readEnv } from "~/env.server";
import { explainStart } from "~/explain-start.server";
import { openSearchEngine } from "~/integrations/search/open-search-engine.server";
import { type RebuiltPart, rebuildEverything } from "~/jobs/rebuild-search.server";
import { countListed } from "~/models/core/search-index/rebuild.server";
import { openPortalDatabase } from "~/open-portal-database.server";

// `npm run search:reindex`: builds anew what posts are found by, in the database and in Meilisearch where there is one, and what
// similar ones are told by.

const names: Record<RebuiltPart, string> = {
  search: "Search       ",
  similar: "Similar posts",
  engine: "Meilisearch  ",
};
const format = "{part} {bar} {percentage}%  {value} of {total} posts, {eta_formatted} left";

try {
  const env = readEnv(process.env);
  const database = await openPortalDatabase(env);
  await migrate(database);
  const total = await countListed(database.db);
  const bar = new SingleBar({ format, noTTYOutput: true, notTTYSchedule: 5000 }, Presets.shades_classic);
  let shown: RebuiltPart | undefined;
  const onProgress = (posts: number, part: RebuiltPart) => {
    if (part === shown) return bar.update(posts);
    bar.stop();
    shown = part;
    bar.start(total, posts, { part: names[part] });
  };
  const engine = openSearchEngine(env);
  await rebuildEverything({ db: database.db, engine, onProgress }).finally(() => bar.stop());
  await database.close();
  console.log(`${total} posts can be found${engine ? ", in the database and in Meilisearch" : ""}.`);
  process.exit(0);
} catch (error) {
  console.error(explainStart(error));
  process.exit(1);
}
