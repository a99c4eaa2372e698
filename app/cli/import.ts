import type { Db } from "#db/client.server";
import { migrate } from "#db/migrate.server";
import { readEnv } from "~/env.server";
import { explainStart } from "~/explain-start.server";
import { describeError } from "~/log.server";
import { NotUnderstood } from "~/models/admin/imports/not-understood";
import { DomainError } from "~/models/core/domain-error";
import { openPortalDatabase } from "~/open-portal-database.server";
import { fileFault, noSuchImport } from "./import/labels";
import { readOptions, usage } from "./import/options";
import { runImport } from "./import/run-import.server";
import { runUndo } from "./import/run-undo.server";

// `npm run import -- FILE`: brings in posts from elsewhere, and takes them back.

try {
  const options = readOptions(process.argv.slice(2));
  if (options && "undo" in options) {
    await runUndo(options.undo, { print: console.log, withDatabase });
  } else if (options) {
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
  const database = await openPortalDatabase(env);
  try {
    await migrate(database);
    return await use(database.db);
  } finally {
    await database.close();
  }
}

/** What a person can do something about in a sentence; anything else without the texts that were being written. */
function explain(error: unknown): unknown {
  if (error instanceof NotUnderstood) return fileFault(error.fault);
  if (error instanceof DomainError) return noSuchImport;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" && path) return `There is no file ${path}.`;
  if (code?.startsWith("ERR_PARSE_ARGS")) return `${message}\n\n${usage}`;
  const words = explainStart(error);
  if (typeof words === "string") return words;
  const { query: _thousandsOfPlaces, ...rest } = describeError(words);
  return rest;
}
