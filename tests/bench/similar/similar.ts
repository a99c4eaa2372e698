import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { loadReports } from "./load-reports";
import { askBaseline, askProduct, type Measured, measureRecall } from "./measure-recall";
import { openFreshDatabase } from "./open-fresh-database";
import { type Report, readPairs, readReports } from "./read-reports";
import { writeReport } from "./report";

// `npm run bench:similar`: how often a report finds the one that it is known to be a duplicate of. What it prints
// goes to ../SIMILAR.md too.
//
// --reports FILE --pairs FILE: reports and pairs as GitBugs has them
// --postgres URL: a server where it may make a database; else an embedded one

const { values } = parseArgs({
  options: {
    reports: { type: "string", default: "../shared/data/duplicates/hadoop.csv" },
    pairs: { type: "string", default: "../shared/data/duplicates/hadoop-pairs.csv" },
    postgres: { type: "string" },
  },
});

const reports = readReports(values.reports);
const pairs = readPairs(values.pairs, reports).map(laterFirst);
if (pairs.length === 0) throw new Error(`No pair of ${values.pairs} has both its reports in ${values.reports}.`);
const all = [...reports.values()];
const { database, close } = await openFreshDatabase(values.postgres);
const begun = performance.now();
const loaded = await loadReports(database.db, all);
const seconds = (performance.now() - begun) / 1000;
await database.db.execute(sql`analyze`);

const measured: Measured[] = [
  await measureRecall("plain BM25, title", pairs, askBaseline(all, false)),
  await measureRecall("plain BM25, title and text", pairs, askBaseline(all, true)),
  await measureRecall("Groundswell, title", pairs, askProduct(database.db, loaded, false)),
  await measureRecall("Groundswell, title and text", pairs, askProduct(database.db, loaded, true)),
];
await close();

const facts = [
  `Reports: ${all.length}, of them ${pairs.length} pairs of duplicates`,
  `Database: ${database.kind === "embedded" ? "embedded" : "PostgreSQL"}; loaded in ${seconds.toFixed(0)} s`,
  `Node ${process.version}`,
];
const report = writeReport({ facts, measured });
console.log(report);
await writeFile(new URL("../SIMILAR.md", import.meta.url), report);

/** The later report asks: nobody can ask about what is not there yet. Without dates, the one named second answers. */
function laterFirst([one, other]: [Report, Report]): [Report, Report] {
  return other.at > one.at ? [other, one] : [one, other];
}
