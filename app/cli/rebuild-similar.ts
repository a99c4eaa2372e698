import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { migrate } from "#db/migrate.server";
import { openDatabase } from "#db/open-database.server";
import { readEnv } from "~/env.server";
import { explainStart } from "~/explain-start.server";
import { rebuildSimilar } from "~/models/wordings/rebuild-similar.server";
import { progressBar, progressLines } from "./import/progress";
import { counted } from "./import/words";

// `npm run similar:rebuild`: makes anew what similar posts are found by.

try {
  const env = readEnv(process.env);
  const database = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR });
  await migrate(database);
  await rebuild(database.db);
  await database.close();
  process.exit(0);
} catch (error) {
  console.error(explainStart(error));
  process.exit(1);
}

async function rebuild(db: Db): Promise<void> {
  const [all] = await rows<{ posts: number }>(db, sql`select count(*)::int as posts from posts`);
  const total = all?.posts ?? 0;
  const progress = process.stderr.isTTY ? progressBar(total) : progressLines(console.log, (posts) => `${posts} posts`);
  await rebuildSimilar(db, progress.reach).finally(progress.end);
  console.log(`${counted(total, "post")} can be compared.`);
}
