import type { Sql } from "postgres";
import { v7 as uuid } from "uuid";
import { mostConnections, openBareDatabase, runPrepared } from "./bare-database";
import type { BareOrder, BareWork } from "./bare-order";
import type { LoadResult } from "./load-order";
import { percentile } from "./percentile";
import { nth } from "./requests";

// A process of its own: the database alone, asked what the app asks it.

process.on("message", async (order: BareOrder) => {
  process.send?.(await fire(order));
});

async function fire({ url, work, from, connections, seconds }: BareOrder): Promise<LoadResult> {
  const sql = openBareDatabase(url, Math.min(connections, mostConnections));
  const latencies: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let next = from;
  const worker = async () => {
    while (performance.now() < end) {
      const before = performance.now();
      await once(sql, work, next++);
      latencies.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const took = (performance.now() - begun) / 1000;
  await sql.end();
  const [p50, p99] = [percentile(0.5, latencies), percentile(0.99, latencies)];
  return { answered: latencies.length, sent: next - from, failed: 0, seconds: took, p50, p99, checked: 0, unseen: 0 };
}

async function once(sql: Sql, work: BareWork, i: number): Promise<void> {
  if (work.kind === "pages") {
    for (const query of nth(work.pages, i)) await runPrepared(sql, query);
    return;
  }
  const [post, user] = [nth(work.posts, i), nth(work.users, i)];
  await sql.begin(async (tx) => {
    if (work.kind === "votes") {
      await tx`insert into votes (post_id, user_id) values (${post}, ${user})`;
      await tx`update posts set vote_count = vote_count + 1 where id = ${post}`;
    } else if (work.kind === "comments") {
      await tx`insert into comments (id, post_id, author_id, body_markdown, body_html, html_version)
        values (${uuid()}, ${post}, ${user}, ${work.text}, ${work.text}, 1)`;
      await tx`update posts set comment_count = comment_count + 1 where id = ${post}`;
    } else {
      await tx`insert into moves (id, post_id, actor_id, "from", "to")
        values (${uuid()}, ${post}, ${user}, 'open', 'planned')`;
      await tx`update posts set status = 'planned' where id = ${post}`;
    }
  });
}
