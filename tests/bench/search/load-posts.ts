import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type Db, rows } from "#db/client.server";
import { boards, posts, users } from "#db/schema";
import { indexPosts } from "~/models/core/search-index/index-posts.server";
import type { BenchPost } from "./read-posts";

const batch = 400;

/** An empty portal with somebody who posts. */
export async function clear(db: Db): Promise<{ boardId: number; authorId: string }> {
  await db.execute(sql`truncate boards, users, posts, search_documents, search_words restart identity cascade`);
  const authorId = uuid();
  await db.insert(users).values({
    id: authorId,
    email: "bench@example.com",
    name: "Bench",
    handle: "bench",
    role: "member",
    language: "en",
  });
  const [board] = await db.insert(boards).values({ slug: "all", name: "All" }).returning({ id: boards.id });
  return { boardId: board?.id ?? 0, authorId };
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Writes posts and what they are found by, as posting them would; nobody renders their Markdown. */
export async function loadPosts(
  db: Db,
  some: BenchPost[],
  portal: { boardId: number; authorId: string },
): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  const [{ last } = { last: 0 }] = await rows<{ last: number }>(
    db,
    sql`select coalesce(max(number), 0)::int as last from posts`,
  );
  for (let i = 0; i < some.length; i += batch) {
    const values = some.slice(i, i + batch).map(({ key, title, body }, j) => {
      const number = last + i + j + 1;
      if (!numbers.has(key)) numbers.set(key, number);
      const bodyHtml = `<p>${body.replace(/[&<>]/g, (sign) => signs[sign] ?? sign)}</p>`;
      return {
        id: uuid(),
        number,
        kind: "idea" as const,
        ...portal,
        title,
        bodyMarkdown: "",
        bodyHtml,
        htmlVersion: 0,
        excerpt: "",
      };
    });
    await db.transaction(async (tx) => {
      await tx.insert(posts).values(values);
      await indexPosts(
        tx,
        values.map(({ id }) => id),
      );
    });
  }
  return numbers;
}
