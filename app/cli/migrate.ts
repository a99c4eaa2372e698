import { migrate } from "#db/migrate.server";
import { readEnv } from "~/env.server";
import { explainStart } from "~/explain-start.server";
import { openPortalDatabase } from "~/open-portal-database.server";

// `npm run db:migrate`: brings the database up to date. Every program does the same when it starts.

try {
  const env = readEnv(process.env);
  const database = await openPortalDatabase(env);
  await migrate(database);
  await database.close();
  console.log("The database is up to date.");
} catch (error) {
  console.error(explainStart(error));
  process.exit(1);
}
