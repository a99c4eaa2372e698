import { createHash, randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { migrate } from "#db/migrate.server";
import { boards, sessions, users } from "#db/schema";
import { openServerDatabase } from "#db/server-database.server";
import { submitPost } from "~/models/feedback/posts/submit-post.server";

/** Somebody with a post in a new portal. Resolves to what their browser's cookie says. */
export async function setStage(url: string): Promise<string> {
  const database = openServerDatabase(url);
  await migrate(database);
  const { db } = database;
  const ben = { id: uuid(), name: "Ben", handle: "ben", role: "member", language: "en" } as const;
  await db.insert(users).values({ ...ben, email: "ben@example.com" });
  const [board] = await db.select({ id: boards.id }).from(boards);
  const draft = {
    kind: "idea" as const,
    title: "Dark mode",
    body: "My eyes hurt.",
    boardId: board?.id ?? 0,
    tagIds: [],
  };
  await submitPost(db, { viewer: ben, id: uuid(), draft });
  const session = randomBytes(20).toString("hex");
  const id = createHash("sha256").update(session).digest("hex");
  await db.insert(sessions).values({ id, userId: ben.id, expiresAt: new Date(Date.now() + 86_400_000) });
  await database.close();
  return session;
}
