import { parseArgs } from "node:util";
import { migrate } from "#db/migrate.server";
import { readEnv } from "~/env.server";
import { explainStart } from "~/explain-start.server";
import { openStorage } from "~/integrations/storage/open-storage.server";
import { fileStore } from "~/jobs/file-store.server";
import { createLog } from "~/log.server";
import { openPortalDatabase } from "~/open-portal-database.server";
import { runExport } from "./export/run-export.server";

// `npm run export -- --out FILE.zip`: all that makes up the portal, in one file.

const usage = `npm run export -- --out FILE.zip

  --out   the zip to write: CSV for spreadsheets and JSON Lines with exact values of every table, and a manifest.
          It holds people's names and addresses: keep it as safe as the database. npm run restore reads it`;

try {
  const { out, help } = parseArgs({
    options: { out: { type: "string" }, help: { type: "boolean", short: "h" } },
  }).values;
  if (out && !help) {
    const env = readEnv(process.env);
    const database = await openPortalDatabase(env);
    try {
      await migrate(database);
      const store = fileStore({ storage: openStorage(env), scan: undefined }, createLog("error"));
      await runExport(database.db, { store, file: out, at: new Date(), print: console.log });
    } finally {
      await database.close();
    }
  } else {
    console.log(usage);
  }
  process.exit(out ? 0 : 1);
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(code?.startsWith("ERR_PARSE_ARGS") ? `${message}\n\n${usage}` : explainStart(error));
  process.exit(1);
}
