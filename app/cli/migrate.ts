import { migrate } from "#db/migrate.server";
import { openDatabase } from "#db/open-database.server";
import { readEnv } from "~/env.server";
import { explainStart } from "~/explain-start.server";

// `npm run db:migrate`: brings the database up to date. Every program does the same when it starts.

try {
  const env = readEnv(process.env);
  const database = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR });
  await migrate(database);
  await database.close();
  console.log("The database is up to date.");
} catch (error) {
  console.error(explainStart(error));
  process.exit(1);
}
