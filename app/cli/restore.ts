import { parseArgs } from "node:util";
import { migrate } from "#db/migrate.server";
import { readEnv } from "~/env.server";
import { explainStart } from "~/explain-start.server";
import { openSearchEngine } from "~/integrations/search/open-search-engine.server";
import { openStorage } from "~/integrations/storage/open-storage.server";
import { fileStore } from "~/jobs/file-store.server";
import { createLog, describeError } from "~/log.server";
import { NotRestorable } from "~/models/admin/exports/not-restorable";
import { openPortalDatabase } from "~/open-portal-database.server";
import { restoreFault } from "./restore/explain-fault";
import { runRestore } from "./restore/run-restore.server";

// `npm run restore -- FILE.zip`: fills an empty portal with what `npm run export` has written.

const usage = `npm run restore -- FILE.zip

  FILE.zip   what npm run export has written. The portal has to be empty, of the same version, and stopped`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: "boolean", short: "h" } },
  });
  const [file] = positionals;
  const isUnderstood = file !== undefined && positionals.length === 1 && !values.help;
  if (isUnderstood) {
    const env = readEnv(process.env);
    const database = await openPortalDatabase(env);
    try {
      await migrate(database);
      const store = fileStore({ storage: openStorage(env), scan: undefined }, createLog("error"));
      await runRestore(database.db, { store, file, engine: openSearchEngine(env), print: console.log });
    } finally {
      await database.close();
    }
  } else {
    console.log(usage);
  }
  process.exit(isUnderstood ? 0 : 1);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

/** What a person can do something about in a sentence; anything else without the rows that were being written. */
function explain(error: unknown): unknown {
  if (error instanceof NotRestorable) return restoreFault(error.fault);
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" && path) return `There is no file ${path}.`;
  if (code?.startsWith("ERR_PARSE_ARGS")) return `${message}\n\n${usage}`;
  const words = explainStart(error);
  if (typeof words === "string") return words;
  const { query: _rows, ...rest } = describeError(words);
  return rest;
}
