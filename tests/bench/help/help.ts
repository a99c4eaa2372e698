import { writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { startApp } from "../app-process";
import { stopChild } from "../child";
import { type BenchServer, openBenchServer } from "../database";
import { describeMachine } from "../machine";
import { medianPair } from "../percentile";
import { say } from "../say";
import { table } from "../table";
import { timePage } from "../tickets/timing";

// `npm run bench:help`: the pages of the knowledge base with few and with many articles, as they are rendered: kept pages take as long
// with any number. Needs PostgreSQL. Writes HELP.md; exits with 1 where a page takes more than 1.3 times as long.
//
// BENCH_DATABASE_URL, BENCH_REUSE: as for `npm run bench`.

const [few, many] = [100, 10_000];
const [warm, rounds] = [10, 60];
const most = 1.3;

const server = await openBenchServer();
const [small, big] = [await openHelp(server, few), await openHelp(server, many)];
say(`${many} articles are there.`);
const paths = {
  home: "/help",
  section: "/help/getting-started",
  article: "/help/articles/50/answer-50",
  feed: "/help/feed.atom",
};
for (const { app } of [small, big]) await untilRelated(app.origin + paths.article);
const found: { name: string; first: number; second: number; ratio: number }[] = [];
for (const [name, path] of Object.entries(paths)) {
  const pairs: [number, number][] = [];
  for (let round = 0; round < warm + rounds; round++) {
    const pair: [number, number] = [await timePage(small.app.origin, path), await timePage(big.app.origin, path)];
    if (round >= warm) pairs.push(pair);
  }
  found.push({ name, ...medianPair(pairs) });
}
const machine = await describeMachine(big.sql);
for (const { app, sql } of [small, big]) {
  await stopChild(app.child);
  await sql.end();
}
await server.stop();

const rows = found.map(({ name, first, second, ratio }) => [
  ...[name, first.toFixed(1), second.toFixed(1), ratio.toFixed(2)],
  ratio <= most ? "met" : "**missed**",
]);
const text = `# The knowledge base

Written by \`npm run bench:help\`: milliseconds until a page is there, rendered anew each time, the median of ${rounds} pairs with ${few} and
with ${many} articles in six sections. Goal: at most ${most} times as long.

${table(["page", `${few} articles`, `${many} articles`, "times", "verdict"], rows)}

${machine.join("  \n")}
`;
await writeFile(new URL("HELP.md", import.meta.url), text);
console.log(text);
if (found.some(({ ratio }) => ratio > most)) process.exitCode = 1;

/** What is beside an article is found once all of them are read, and is not waited for longer than ten seconds. */
async function untilRelated(address: string): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    if ((await (await fetch(address)).text()).includes("Related articles")) return;
    await pause(1000);
  }
  say(`Nothing is beside ${address}.`);
}

async function openHelp(server: BenchServer, count: number) {
  const url = await server.create(count);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await fill(sql, count);
  return { sql, app: await startApp(url, { PAGE_CACHE_MB: "0" }) };
}

/** One in ten is for members, one in four has a translation, and each was read on each of the last thirty days. */
async function fill(sql: Sql, count: number): Promise<void> {
  const [known] = await sql`select from articles limit 1`;
  if (known) return;
  await sql`create function article(i int) returns uuid language sql immutable as $$ select md5('article' || i)::uuid $$`;
  const [author] = await sql<{ id: string }[]>`insert into users (id, email, name, handle, role)
    values (gen_random_uuid(), 'mona@example.com', 'Mona', 'mona', 'maintainer') returning id`;
  await sql`
    insert into articles (id, section_id, position, audience, language, author_id, created_at)
    select article(i), 1 + i % 6, i / 6, (case when i % 10 = 1 then 'members' else 'public' end)::visibility, 'en',
      ${author?.id ?? ""}, now() - i * interval '1 hour'
    from generate_series(1, ${count}::int) as i`;
  await sql`
    insert into article_texts (article_id, language, title, slug, body_markdown, body_html, html_version, excerpt, version,
      published_at, changed_at)
    select article(i), language, 'Open the export of the year ' || i, 'answer-' || i, body, body, 1000, left(body, 150), 1,
      now() - i * interval '1 hour', now() - i * interval '1 hour'
    from generate_series(1, ${count}::int) as i,
      unnest(case when i % 4 = 0 then array['en', 'de'] else array['en'] end) as language,
      repeat('So it is done, step by step. ', 60) as body`;
  await sql`
    insert into article_reads (article_id, day, count)
    select article(i), current_date - day, 1 + i % 50 from generate_series(1, ${count}::int) as i, generate_series(0, 29) as day`;
  await sql`insert into article_popularity (article_id, heat) select article(i), 1000 + i % 97 from generate_series(1, ${count}::int) as i`;
  await sql`vacuum analyze`.simple();
}
