import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import type { PostStatus } from "#db/schema/feedback/posts";
import { isStaff } from "~/models/core/users/policy";
import type { User } from "~/models/core/users/viewer";
import { changeBoard } from "~/models/feedback/posts/change-board.server";
import { postDraft, postEdit } from "~/models/feedback/posts/draft";
import { editPost } from "~/models/feedback/posts/edit-post.server";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { canBeVoted } from "~/models/feedback/posts/lifecycle";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { move } from "~/models/feedback/posts/move";
import { closeOwnPost, movePost } from "~/models/feedback/posts/move-post.server";
import { lockPost, pinPost } from "~/models/feedback/posts/set-post-flag.server";
import { submitPost } from "~/models/feedback/posts/submit-post.server";
import { tagPost } from "~/models/feedback/posts/tag-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { type BoardSlug, boards, type TagSlug } from "./boards";
import { chooseVotes } from "./choose-votes";
import { handles } from "./people";
import { showPictures } from "./pictures.server";
import { planComment } from "./plan-comment.server";
import type { Stage, Step } from "./stage";
import { type Happening, markdownOf, type Story } from "./story";

/** The post of a story while it is told. */
interface Telling {
  id: string;
  /** Known once it is posted. */
  number: number;
  status: PostStatus;
}

/** A post, what became of it, and its votes, which come while they can. */
export function planPost(story: Story, board: BoardSlug, now: Date, stage: Stage): Step[] {
  const at = stage.moment(story.day);
  const post: Telling = { id: stage.chance.id(at), number: 0, status: "open" };
  const steps: Step[] = [{ at, run: (tx) => submit(tx, post, story, board, at, stage) }];
  let last = at;
  let end: Date | undefined;
  for (const happening of story.since ?? []) {
    last = stage.moment(happening.day, last);
    if (endsVoting(happening)) end ??= last;
    steps.push(...planHappening(post, story, happening, last, stage));
  }
  const votes = chooseVotes({
    story,
    voters: votersOn(board, stage),
    from: at,
    until: end ?? now,
    chance: stage.chance,
  });
  for (const { by, at } of votes) {
    steps.push({ at, run: (tx) => castVote(tx, { viewer: stage.people[by], number: post.number, at }) });
  }
  return steps;
}

const endsVoting = (happening: Happening): boolean =>
  "closes" in happening || "into" in happening || ("to" in happening && !canBeVoted({ status: happening.to }));

/** Members vote; the staff only among themselves. */
function votersOn(slug: BoardSlug, { people, joined }: Stage) {
  const forStaff = boards.find((board) => board.slug === slug)?.visibility === "staff";
  return handles.filter((by) => isStaff(people[by]) === forStaff).map((by) => ({ by, joined: joined[by] }));
}

async function submit(tx: Db, post: Telling, story: Story, board: BoardSlug, at: Date, stage: Stage): Promise<void> {
  const draft = postDraft.parse({
    ...wordsOf(story),
    boardId: stage.boards.get(board),
    tagIds: tagIdsOf(story.tags, stage),
  });
  const viewer = stage.people[story.by];
  post.number = (await submitPost(tx, { viewer, id: post.id, draft, flags: story.flags, at })).number;
  await showPictures(tx, { postId: post.id, pictures: story.pictures ?? [], viewer, at });
}

function planHappening(post: Telling, story: Story, happening: Happening, at: Date, stage: Stage): Step[] {
  const viewer = stage.people[happening.by];
  const step = (run: (tx: Db, on: { viewer: User; number: number; at: Date }) => Promise<unknown>): Step[] => [
    { at, run: (tx) => run(tx, { viewer, number: post.number, at }) },
  ];
  if ("says" in happening) return planComment(post, happening, at, stage);
  if ("to" in happening)
    return step(async (tx, on) => {
      const { to, answer, release } = happening;
      await movePost(tx, { ...on, from: post.status, move: move.parse({ to, answer: markdownOf(answer), release }) });
      post.status = to;
    });
  if ("closes" in happening) return step(closeOwnPost);
  if ("follows" in happening) return step((tx, on) => followPost(tx, { ...on, level: happening.follows }));
  if ("pins" in happening) return step((tx, on) => pinPost(tx, { ...on, on: true }));
  if ("locks" in happening) return step((tx, on) => lockPost(tx, { ...on, on: true }));
  if ("tags" in happening) return step((tx, on) => tagPost(tx, { ...on, tagIds: tagIdsOf(happening.tags, stage) }));
  if ("board" in happening)
    return step((tx, on) => changeBoard(tx, { ...on, boardId: stage.boards.get(happening.board) ?? 0 }));
  if ("into" in happening) return step((tx, on) => mergeInto(tx, on, happening.into));
  return step((tx, on) => editPost(tx, { ...on, edit: postEdit.parse(wordsOf({ ...story, ...happening.edits })) }));
}

async function mergeInto(tx: Db, on: { viewer: User; number: number; at: Date }, title: string): Promise<void> {
  const [original] = await tx.select({ number: posts.number }).from(posts).where(eq(posts.title, title));
  if (!original) throw new Error(`Nothing is called ${title}.`);
  await mergePosts(tx, { ...on, into: original.number });
}

function wordsOf(story: Story) {
  const { kind, title, body } = story;
  if (kind === "idea") return { kind, title, body: markdownOf(body) };
  const { steps, expected, actual, version } = story;
  return {
    kind,
    title,
    body: markdownOf(body),
    steps: markdownOf(steps),
    expected: markdownOf(expected),
    actual: markdownOf(actual),
    version,
  };
}

const tagIdsOf = (slugs: TagSlug[] = [], { tags }: Stage): number[] => slugs.flatMap((slug) => tags.get(slug) ?? []);
