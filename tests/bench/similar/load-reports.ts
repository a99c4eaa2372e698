import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { boards, posts, users } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { keepWordings } from "~/models/core/wordings/keep-wordings.server";
import { limits } from "~/models/feedback/posts/limits";
import type { Report } from "./read-reports";

const batch = 500;

export interface Loaded {
  viewer: User;
  /** By the id of the report. */
  posts: Map<string, { id: string; number: number }>;
}

/** Makes a post of every report, with what an import would keep for comparing it; nobody renders its HTML. */
export async function loadReports(db: Db, reports: Report[], copies = 1): Promise<Loaded> {
  const viewer: User = { id: uuid(), name: "Asker", role: "member" } as User;
  await db.insert(users).values({ ...viewer, email: "asker@example.com", handle: "asker", language: "en" });
  const [board] = await db.insert(boards).values({ slug: "reports", name: "Reports" }).returning({ id: boards.id });
  const loaded: Loaded = { viewer, posts: new Map() };
  const rows = Array.from({ length: copies }, () => reports)
    .flat()
    .map((report, i) => ({ report, id: uuid(), number: i + 1 }));
  for (let i = 0; i < rows.length; i += batch) {
    const some = rows.slice(i, i + batch).map(({ report, id, number }) => {
      if (number <= reports.length) loaded.posts.set(report.id, { id, number });
      const title = report.title.slice(0, limits.editedTitle.max);
      const bodyMarkdown = report.text.slice(0, limits.body.max).replaceAll("\0", "");
      return { id, number, kind: "bug" as const, boardId: board?.id ?? 0, authorId: viewer.id, title, bodyMarkdown };
    });
    await db.transaction(async (tx) => {
      await tx.insert(posts).values(some.map((post) => ({ ...post, bodyHtml: "", htmlVersion: 0, excerpt: "" })));
      await keepWordings(
        tx,
        some.map(({ number, title, bodyMarkdown: text }) => ({ number, title, text })),
      );
    });
  }
  return loaded;
}
