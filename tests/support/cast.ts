import { v7 as uuid } from "uuid";
import { boards, roadmapColumns, roadmaps, tags, users } from "#db/schema";
import type { Role } from "#db/schema/core/users";
import type { Visibility } from "#db/schema/feedback/boards";
import type { PostStatus } from "#db/schema/feedback/posts";
import type { User } from "~/models/core/users/viewer";
import type { PostDraft } from "~/models/feedback/posts/draft";
import { submitPost } from "~/models/feedback/posts/submit-post.server";
import { db } from "./database";

/** Who the stories are about. */
const roles = {
  ada: "admin",
  mona: "maintainer",
  gus: "agent",
  milo: "moderator",
  ben: "member",
  cleo: "member",
  dave: "member",
} as const satisfies Record<string, Role>;

export type Name = keyof typeof roles;

/** Brings people onto the stage, `ada@example.com` and so on, with their roles. */
export async function cast<Names extends Name>(...names: Names[]): Promise<Record<Names, User>> {
  const people = names.map((name) => ({
    id: uuid(),
    email: `${name}@example.com`,
    name: name[0]?.toUpperCase() + name.slice(1),
    handle: name as string,
    role: roles[name] as Role,
    language: "en",
  }));
  await db.insert(users).values(people);
  const entries = people.map(({ email, handle, ...person }, i) => [names[i], person]);
  return Object.fromEntries(entries) as Record<Names, User>;
}

export async function addBoard(slug = "app", visibility: Visibility = "public"): Promise<number> {
  const [board] = await db.insert(boards).values({ slug, name: slug, visibility }).returning({ id: boards.id });
  return board?.id ?? 0;
}

export async function addTag(slug: string): Promise<number> {
  const [tag] = await db.insert(tags).values({ slug, name: slug }).returning({ id: tags.id });
  return tag?.id ?? 0;
}

/** An idea with sensible words, where the story needs any. */
export function idea(boardId: number, words: Partial<PostDraft> = {}): PostDraft {
  return {
    kind: "idea",
    title: "Dark mode at night",
    body: "My eyes hurt.",
    boardId,
    tagIds: [],
    ...words,
  } as PostDraft;
}

export function bug(boardId: number, words: Partial<PostDraft> = {}): PostDraft {
  const bugWords = { steps: "Open it", expected: "It opens", actual: "It closes", version: "1.0" };
  return { kind: "bug", title: "It closes itself", body: "", boardId, tagIds: [], ...bugWords, ...words } as PostDraft;
}

/** Posts a draft in somebody's name; resolves to its number. */
export async function post(viewer: User, draft: PostDraft, at?: Date): Promise<number> {
  return (await submitPost(db, { viewer, id: uuid(), draft, at })).number;
}

/** A roadmap as every portal begins with one: by statuses. */
export async function addRoadmap(slug = "roadmap", more: Partial<typeof roadmaps.$inferInsert> = {}): Promise<number> {
  const [roadmap] = await db
    .insert(roadmaps)
    .values({ slug, ...more })
    .returning({ id: roadmaps.id });
  const roadmapId = roadmap?.id ?? 0;
  const statuses = [["planned", "confirmed"], ["in_progress"], ["shipped", "fixed"]] as PostStatus[][];
  await db.insert(roadmapColumns).values(statuses.map((some, i) => ({ roadmapId, statuses: some, position: i + 1 })));
  return roadmapId;
}

/** A column that is filled by hand. */
export async function addColumn(roadmapId: number, name: string, position = 10): Promise<number> {
  const [column] = await db
    .insert(roadmapColumns)
    .values({ roadmapId, name, position })
    .returning({ id: roadmapColumns.id });
  return column?.id ?? 0;
}
