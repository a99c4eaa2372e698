import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { startPostgres } from "../../support/postgres-server";
import { describeMachine } from "../machine";
import { table } from "../table";
import { makeCsv, makeFiderBackup, shares } from "./files";
import { runImport } from "./run-import";

// `npm run bench:import`: how fast `npm run import` brings in a portal from elsewhere, and how much memory that takes.
// Needs PostgreSQL. Writes IMPORT.md; exits with 1 where memory grows with the file.

/** Of what is measured, for a quick look. */
const share = Number(process.env.BENCH_SHARE ?? 1);
/** Of the peak of memory with ten times the rows to the peak with one. */
const flat = 1.3;

/** `sizes` in rows. */
const formats = {
  "Fider backup.zip": { make: makeFiderBackup, rowsOf: 1 + shares.votes + shares.comments, sizes: [10_000, 100_000] },
  // Each of its rows is a text to render and to index, which takes longest.
  CSV: { make: makeCsv, rowsOf: 1, sizes: [1000, 10_000] },
};

const server = await startPostgres();
const folder = await mkdtemp(path.join(tmpdir(), "groundswell-bench-import-"));
const admin = postgres(server.url, { max: 1, onnotice: () => {} });
const lines: string[][] = [];
const growths: string[][] = [];
let isFlat = true;

for (const [name, { make, rowsOf, sizes }] of Object.entries(formats)) {
  const peaks: number[] = [];
  for (const size of sizes) {
    const posts = Math.round((share * size) / rowsOf);
    const file = await make(folder, posts);
    const database = `import_${lines.length}`;
    await admin.unsafe(`create database ${database}`);
    const url = new URL(server.url);
    url.pathname = `/${database}`;
    const { seconds, peak } = await runImport(file, url.href);
    const own = postgres(url.href, { max: 1 });
    const [found] = await own<{ posts: number; votes: number; comments: number }[]>`select
      (select count(*)::int from posts) as posts, (select coalesce(sum(vote_count), 0)::int from posts) as votes,
      (select count(*)::int from comments) as comments`;
    await own.end();
    await admin.unsafe(`drop database ${database}`);
    if (found?.posts !== posts) throw new Error(`${found?.posts} of ${posts} posts came.`);
    peaks.push(peak);
    const { size: bytes } = await stat(file);
    const cells = [
      found.posts,
      found.votes,
      found.comments,
      (share * size) / seconds,
      bytes / 1e6,
      peak / 1e6,
      seconds,
    ];
    lines.push([name, ...cells.map((cell) => Math.round(cell).toLocaleString("en"))]);
    console.log(lines.at(-1)?.join("  "));
  }
  const growth = (peaks.at(-1) ?? 0) / (peaks[0] ?? 1);
  isFlat &&= growth <= flat;
  growths.push([name, growth.toFixed(2), growth <= flat ? "reached" : "missed"]);
}

const machine = await describeMachine(admin);
await admin.end();
await server.stop();
await rm(folder, { recursive: true });

const text = `# Moving in

Written by \`npm run bench:import\`: the program behind \`npm run import\` in a process of its own, on an empty PostgreSQL.
Rows are posts, votes and comments in the file. Memory is the highest that the system saw of the program. A vote
that is in the file twice comes once.

${table(["file", "posts", "votes", "comments", "rows/s", "MB", "memory MB", "s"], lines)}

Memory with ten times the rows beside once (goal: at most ${flat}):

${table(["file", "growth", "goal"], growths)}

${machine.join("  \n")}
`;
if (process.env.BENCH_SHARE) console.log(text);
else await writeFile("tests/bench/import/IMPORT.md", text);
process.exitCode = isFlat ? 0 : 1;
