import type { bugDetails, comments, follows, moves, posts, votes } from "#db/schema";
import type { FollowLevel } from "#db/schema/posts";
import { countsAsFollower } from "~/models/posts/follow-level";
import { htmlVersion } from "~/models/text/markdown.server";
import type { Happening } from "./happenings";
import type { Post } from "./history";
import { previous } from "./portal";
import { createRandom } from "./random";
import { sentence, text, title } from "./words";
import { maintainerOf, personOf, type World } from "./world";

/** The levels of a post's followers by their place among its participants. */
function levelOf(by: number): FollowLevel {
  if (by % 50 === 7) return "muted";
  return by % 10 === 3 ? "everything" : "milestones";
}

function countFollowers(post: Post): number {
  let count = 0;
  for (let by = 0; by <= post.votes; by++) if (countsAsFollower(levelOf(by))) count++;
  return count;
}

export function* postRows(all: Post[], world: World): Generator<typeof posts.$inferInsert> {
  const random = createRandom(4);
  for (const post of all) {
    const body = text(post.kind === "idea" ? 4 + random.below(3) : 1 + random.below(2), random);
    yield {
      id: post.id,
      number: post.number,
      kind: post.kind,
      status: post.status,
      boardId: world.boards[post.board] ?? 0,
      authorId: personOf(world, post, 0),
      title: title(post.kind, random),
      bodyMarkdown: body.markdown,
      bodyHtml: body.html,
      htmlVersion,
      excerpt: body.excerpt,
      tagIds: post.tags.map((place) => world.tags[place] ?? 0),
      voteCount: post.votes,
      commentCount: post.comments,
      followerCount: countFollowers(post),
      createdAt: new Date(post.at),
      pinnedAt: post.isPinned ? new Date(post.at) : null,
      deletedAt: post.isDeleted ? new Date(post.at) : null,
      mergedInto: post.mergedInto,
    };
  }
}

export function* bugRows(all: Post[]): Generator<typeof bugDetails.$inferInsert> {
  const random = createRandom(5);
  for (const { id, kind } of all) {
    if (kind !== "bug") continue;
    const [steps, expected, actual] = [text(2, random), text(1, random), text(1, random)];
    yield {
      postId: id,
      stepsMarkdown: steps.markdown,
      stepsHtml: steps.html,
      expectedMarkdown: expected.markdown,
      expectedHtml: expected.html,
      actualMarkdown: actual.markdown,
      actualHtml: actual.html,
      version: `${1 + random.below(4)}.${random.below(20)}`,
    };
  }
}

export function* voteRows(all: Happening[], world: World): Generator<typeof votes.$inferInsert> {
  for (const one of all) {
    if (one.type !== "voted") continue;
    yield { postId: one.post.id, userId: personOf(world, one.post, one.by), createdAt: new Date(one.at) };
  }
}

/** Posting and voting follow; whoever comments here has done one of them. */
export function* followRows(all: Happening[], world: World): Generator<typeof follows.$inferInsert> {
  for (const one of all) {
    const by = one.type === "submitted" ? 0 : one.type === "voted" ? one.by : undefined;
    if (by === undefined) continue;
    const userId = personOf(world, one.post, by);
    yield { postId: one.post.id, userId, level: levelOf(by), createdAt: new Date(one.at) };
  }
}

export function* commentRows(all: Happening[], world: World): Generator<typeof comments.$inferInsert> {
  const random = createRandom(6);
  for (const one of all) {
    if (one.type !== "commented") continue;
    const { id, parentId, by, at } = one.comment;
    const { markdown, html } = text(1, random);
    yield {
      id,
      postId: one.post.id,
      authorId: personOf(world, one.post, by),
      parentId,
      bodyMarkdown: markdown,
      bodyHtml: html,
      htmlVersion,
      createdAt: new Date(at),
    };
  }
}

export function* moveRows(all: Happening[], world: World): Generator<typeof moves.$inferInsert> {
  const random = createRandom(7);
  for (const one of all) {
    if (one.type !== "moved") continue;
    const { id, status } = one.post;
    const answer = sentence(random);
    yield {
      id: one.moveId,
      postId: id,
      actorId: maintainerOf(world),
      from: previous[status],
      to: status,
      answerMarkdown: answer,
      answerHtml: `<p>${answer}</p>\n`,
      createdAt: new Date(one.at),
    };
  }
}
