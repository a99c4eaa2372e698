import { v7 as uuid } from "uuid";
import type { Database } from "#db/client.server";
import { boards, follows, users } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { submitPost } from "~/models/feedback/posts/submit-post.server";

const pageLength = 1000;

export interface Stage {
  maintainer: User;
  /** Of the post. */
  number: number;
}

/** A post that so many people follow besides its author, and the maintainer who is about to move it. */
export async function setStage({ db }: Database, followers: number): Promise<Stage> {
  const person = (name: string, role: User["role"]) => ({ id: uuid(), name, role, language: "en" });
  const [author, maintainer] = [person("Ann", "member"), person("Mona", "maintainer")];
  await db.insert(users).values([author, maintainer].map((one) => ({ ...one, email: `${one.id}@staff.example` })));
  const slug = `board-${author.id}`;
  const [board] = await db.insert(boards).values({ slug, name: "App" }).returning({ id: boards.id });
  const id = uuid();
  const { number } = await submitPost(db, {
    viewer: author,
    id,
    draft: { kind: "idea", title: "A dark theme", body: "My eyes hurt.", boardId: board?.id ?? 0, tagIds: [] },
  });
  for (let from = 0; from < followers; from += pageLength) {
    const count = Math.min(pageLength, followers - from);
    const people = Array.from({ length: count }, (_, i) => ({
      id: uuid(),
      name: `Reader ${from + i}`,
      email: addressOf(from + i),
    }));
    await db.insert(users).values(people);
    await db
      .insert(follows)
      .values(people.map((one) => ({ postId: id, userId: one.id, level: "milestones" as const })));
  }
  return { maintainer, number };
}

export const addressOf = (reader: number): string => `reader-${reader}@example.com`;

/** Moves the post; resolves to how long the command took, in milliseconds. */
export async function move({ db }: Database, { maintainer, number }: Stage): Promise<number> {
  const begin = performance.now();
  await movePost(db, {
    viewer: maintainer,
    number,
    from: "open",
    move: { to: "under_review", answer: "We **like** it and look at it in spring." },
  });
  return performance.now() - begin;
}

/** And back to where it was. */
export async function moveBack({ db }: Database, { maintainer, number }: Stage): Promise<void> {
  await movePost(db, { viewer: maintainer, number, from: "under_review", move: { to: "open", answer: "" } });
}
