import { type Db, openDatabase } from "#db/client.server";
import { FolderInUse } from "#db/folder-lock.server";
import { migrate } from "#db/migrate.server";
import { EnvError, readEnv } from "~/env.server";
import { NotUnderstood } from "~/models/imports/not-understood";
import { readOptions, usage } from "./import/options";
import { runImport } from "./import/run-import.server";
import { fileFault } from "./import/words";

// `npm run import -- FILE.csv`: brings in posts from elsewhere.

try {
  const options = readOptions(process.argv.slice(2));
  if (options) {
    const isTerminal = process.stderr.isTTY === true;
    await runImport(options, { print: console.log, withDatabase, isTerminal, folder: "." });
  } else {
    console.log(usage);
  }
  process.exit(options ? 0 : 1);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

async function withDatabase<Result>(use: (db: Db) => Promise<Result>): Promise<Result> {
  const env = readEnv(process.env);
  const database = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR });
  try {
    await migrate(database);
    return await use(database.db);
  } finally {
    await database.close();
  }
}

/** What a person can do something about in a sentence, anything else with all that helps to find it. */
function explain(error: unknown): unknown {
  if (error instanceof NotUnderstood) return fileFault(error.fault);
  if (error instanceof EnvError || error instanceof FolderInUse) return error.message;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" && path) return `There is no file ${path}.`;
  return code?.startsWith("ERR_PARSE_ARGS") ? `${message}\n\n${usage}` : error;
}
