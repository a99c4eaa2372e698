import { readdir, readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { posts, votes } from "#db/schema";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { castVote, withdrawVote } from "~/models/feedback/posts/vote-for-post.server";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();

const folder = "db/migrations";

/** What the migration does to rows, without its changes of the schema. */
async function giveAuthorsTheirVotes(): Promise<void> {
  const name = (await readdir(folder)).find((one) => one.includes("author-votes"));
  const statements = (await readFile(`${folder}/${name}`, "utf8")).split("--> statement-breakpoint");
  const ofRows = statements.filter((text) => /^\s*(?:--.*\n)*\s*(?:WITH|SELECT)/.test(text));
  expect(ofRows).toHaveLength(3);
  await db.transaction(async (tx) => {
    for (const statement of ofRows) await tx.execute(sql.raw(statement));
  });
}

const state = async () => ({
  posts: await db
    .select({ number: posts.number, votes: posts.voteCount, hot: posts.hot })
    .from(posts)
    .orderBy(posts.number),
  votes: await db.select().from(votes).orderBy(votes.postId, votes.userId),
});

/** As they would stand had an author's vote not come with the post. */
async function forgetVotesOfAuthors(): Promise<void> {
  const isNoVote = sql`not exists (select from events where type = 'post.voted' and events.actor_id = votes.user_id
    and events.post_id = coalesce(votes.merged_from, votes.post_id))`;
  await db.execute(sql`delete from votes where ${isNoVote}`);
  await db.execute(sql`update posts set vote_count = (select count(*) from votes where post_id = posts.id)`);
}

test("authors of old posts get the vote that posting casts today, by way of merges, too, unless they took it back", async () => {
  const { mona, ben, cleo, dave } = await cast("mona", "ben", "cleo", "dave");
  const board = await addBoard();
  for (const author of [ben, cleo, ben, dave, cleo, ben]) await post(author, idea(board));
  await castVote(db, { viewer: dave, number: 1 });
  await withdrawVote(db, { viewer: cleo, number: 2 });
  // 5 into 4 into 1: who asked for any of them counts there. Dave voted for the original himself.
  await mergePosts(db, { viewer: mona, number: 5, into: 4 });
  await mergePosts(db, { viewer: mona, number: 4, into: 1 });
  // Cleo took the vote back that she had lent this original.
  const lent = await post(cleo, idea(board));
  await mergePosts(db, { viewer: mona, number: lent, into: 3 });
  await withdrawVote(db, { viewer: cleo, number: 3 });
  await movePost(db, { viewer: mona, number: 6, from: "open", move: { to: "declined", answer: "No." } });
  await deletePost(db, { viewer: mona, number: 6, on: true });
  const asToday = await state();
  await forgetVotesOfAuthors();
  expect((await state()).votes.length).toBeLessThan(asToday.votes.length);
  await giveAuthorsTheirVotes();
  expect(await state()).toEqual(asToday);
  await giveAuthorsTheirVotes();
  expect(await state()).toEqual(asToday);
  expect(asToday.posts.map((one) => one.votes)).toEqual([3, 0, 1, 2, 1, 1, 1]);
});
