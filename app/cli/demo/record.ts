// `npm run demo:record`: tells the demo's history and keeps it, for the demo to begin with. To be run after whatever
// changes the stories, the tables, or what is kept of texts; tests/cli/seed-demo.test.ts says when.
import { writeFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { fromPglite } from "#db/embedded-database.server";
import { embeddedExtensions } from "#db/embedded-extensions.server";
import { migrate } from "#db/migrate.server";
import { recordFile, recordHistory } from "./recorded.server";

const database = fromPglite(await PGlite.create({ extensions: embeddedExtensions }));
await migrate(database);
const text = await database.db.transaction(recordHistory);
await writeFile(recordFile, text);
await database.close();
console.log(`Kept ${text.split("\n").length - 1} lines in ${recordFile}.`);
process.exit(0);
