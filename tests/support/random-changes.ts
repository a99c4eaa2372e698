import fc from "fast-check";
import { v7 as uuid } from "uuid";
import { writePosts } from "~/models/admin/imports/write-posts.server";
import { deleteAccount } from "~/models/admin/personal-data/delete-account.server";
import { forgetOnPost, listTracedPosts } from "~/models/admin/personal-data/forget-traces.server";
import { DomainError } from "~/models/core/domain-error";
import { changeRole } from "~/models/core/users/change-role.server";
import { setName } from "~/models/core/users/set-name.server";
import type { User } from "~/models/core/users/viewer";
import { createBoard, editBoard } from "~/models/feedback/boards/edit-boards.server";
import { editComment } from "~/models/feedback/comments/edit-comment.server";
import { changeBoard } from "~/models/feedback/posts/change-board.server";
import { editPost } from "~/models/feedback/posts/edit-post.server";
import { pinPost } from "~/models/feedback/posts/set-post-flag.server";
import { tagPost } from "~/models/feedback/posts/tag-post.server";
import { createTag, deleteTag, editTag } from "~/models/feedback/tags/edit-tags.server";
import { db } from "./database";
import { type names, type Step, someComment, stepAmong, take } from "./random-steps";

type People = Record<(typeof names)[number], User>;

const others = [
  "edit",
  "pin",
  "tag",
  "change board",
  "edit board",
  "create board",
  "edit tag",
  "create tag",
  "delete tag",
  "rename",
  "change role",
  "edit comment",
  "import",
  "leave",
] as const;
type Other = (typeof others)[number];

/** All that changes what visitors see, most often what happens most. */
export const changeAmong = (posts: number) =>
  fc.record({
    step: stepAmong(posts),
    other: fc.option(fc.constantFrom(...others), { freq: 2 }),
    id: fc.integer({ min: 1, max: 3 }),
    visibility: fc.constantFrom("public" as const, "members" as const),
  });

export type Change = typeof changeAmong extends (posts: number) => fc.Arbitrary<infer Value> ? Value : never;

/** Does it; what is refused is refused politely. */
export async function change({ step, other, ...rest }: Change, people: People, board: number): Promise<void> {
  try {
    await (other ? takeOther(other, step, rest, people) : take(step, people[step.who], board));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

async function takeOther(
  what: Other,
  { who, number, on, level }: Step,
  { id, visibility }: Pick<Change, "id" | "visibility">,
  people: People,
): Promise<unknown> {
  const [viewer, { ada }] = [people[who], people];
  const name = `${what} ${number}`;
  const draft = { name, description: "", visibility, position: number };
  switch (what) {
    case "edit":
      return editPost(db, { viewer: ada, number, edit: { kind: "idea", title: name, body: level } });
    case "pin":
      return pinPost(db, { viewer: ada, number, on });
    case "tag":
      return tagPost(db, { viewer: ada, number, tagIds: on ? [id] : [] });
    case "change board":
      return changeBoard(db, { viewer: ada, number, boardId: id });
    case "edit board":
      return editBoard(db, { viewer: ada, id, draft: { ...draft, slug: `board-${id}` } });
    case "create board":
      return createBoard(db, { viewer: ada, draft: { ...draft, slug: `b-${number}` } });
    case "edit tag":
      return editTag(db, { viewer: ada, id, draft: { slug: `tag-${id}`, name, color: "red" } });
    case "create tag":
      return createTag(db, { viewer: ada, draft: { slug: `t-${number}`, name, color: "blue" } });
    case "delete tag":
      return deleteTag(db, { viewer: ada, id });
    case "rename":
      return setName(db, { viewer, name });
    case "change role":
      return changeRole(db, { viewer: ada, userId: viewer.id, role: on ? "member" : "moderator" });
    case "edit comment":
      return editComment(db, { viewer, id: await someComment(), body: name });
    case "import":
      return writePosts(db, { batch: [imported(name)] });
    case "leave":
      return leave(people.dave, on);
  }
}

const imported = (name: string) => ({
  title: name,
  body: "",
  kind: "idea" as const,
  status: "open" as const,
  board: name,
  tags: [name],
  authorName: name,
  source: "test",
  sourceId: uuid(),
});

/** With what follows in a job. */
async function leave({ id, ...person }: User, keeps: boolean): Promise<void> {
  await deleteAccount(db, { viewer: { id, ...person }, userId: id, texts: keeps ? "kept" : "removed" });
  for (const postId of await listTracedPosts(db, id)) await forgetOnPost(db, { userId: id, postId });
}
