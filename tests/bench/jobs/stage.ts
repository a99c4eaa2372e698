import postgres from "postgres";
import { v7 as uuid } from "uuid";
import type { Database } from "#db/client.server";
import { migrate } from "#db/migrate.server";
import { boards, follows, users } from "#db/schema";
import { openServerDatabase } from "#db/server-database.server";
import type { User } from "~/models/core/users/viewer";
import { submitPost } from "~/models/feedback/posts/submit-post.server";
import { startPostgres } from "../../support/postgres-server";

/** An empty, migrated database on a server of our own that counts statements. */
export async function openJobsDatabase() {
  const server = await startPostgres({ shared_preload_libraries: "pg_stat_statements" });
  const url = new URL(server.url);
  url.pathname = "/jobs";
  const admin = postgres(server.url, { max: 1, fetch_types: false, onnotice: () => {} });
  await admin.unsafe("create database jobs");
  await admin.unsafe("create extension pg_stat_statements");
  const database = openServerDatabase(url.href);
  await migrate(database);
  async function stop(): Promise<void> {
    await database.close();
    await admin.end();
    await server.stop();
  }
  return { database, admin, url: url.href, stop };
}

interface Stage {
  posts: number;
  /** Of each post. */
  followers: number;
}

/** People who comment; each post has followers besides its author. */
export async function setStage({ db }: Database, { posts, followers }: Stage): Promise<User[]> {
  const person = (name: string) => ({ id: uuid(), name, email: `${uuid()}@example.com`, role: "member" as const });
  const [board] = await db.insert(boards).values({ slug: "app", name: "App" }).returning({ id: boards.id });
  const writers = Array.from({ length: posts }, (_, i) => person(`Writer ${i}`));
  await db.insert(users).values(writers);
  for (const [i, writer] of writers.entries()) {
    const id = uuid();
    const draft = {
      kind: "idea" as const,
      title: `Idea ${i}, as good as any`,
      body: "",
      boardId: board?.id ?? 0,
      tagIds: [],
    };
    await submitPost(db, { viewer: { ...writer, language: "en" } as User, id, draft });
    const readers = Array.from({ length: followers }, (_, j) => person(`Reader ${i}-${j}`));
    await db.insert(users).values(readers);
    const level = "everything" as const;
    await db.insert(follows).values(readers.map((reader) => ({ postId: id, userId: reader.id, level })));
  }
  return writers.map((writer) => ({ ...writer, language: "en" }) as User);
}
