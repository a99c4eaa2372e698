import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { comments, events, follows, merges, posts, users, votes } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { deleteComment } from "~/models/feedback/comments/delete-comment.server";
import { editComment } from "~/models/feedback/comments/edit-comment.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { changeBoard } from "~/models/feedback/posts/change-board.server";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { listPosts } from "~/models/feedback/posts/list-posts.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { mutePost, unmutePost } from "~/models/feedback/posts/mute-post.server";
import { previewMerge } from "~/models/feedback/posts/preview-merge.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { unmergePost } from "~/models/feedback/posts/unmerge-post.server";
import { castVote, withdrawVote } from "~/models/feedback/posts/vote-for-post.server";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, isServer, useDatabase } from "../../../support/database";

useDatabase();

/** A portal with so many ideas of Ben's, #1 and on, and people. */
async function begin(count: number) {
  const people = await cast("ada", "mona", "gus", "milo", "ben", "cleo", "dave");
  const board = await addBoard();
  for (let i = 1; i <= count; i++) await post(people.ben, idea(board, { title: `Idea ${i}` }));
  return { ...people, board };
}

const vote = (viewer: User, ...numbers: number[]) =>
  Promise.all(numbers.map((number) => castVote(db, { viewer, number })));

const merge = (viewer: User, number: number, into: number) => mergePosts(db, { viewer, number, into });

async function comment(viewer: User, number: number, parentId?: string): Promise<string> {
  const id = uuid();
  await submitComment(db, { viewer, number, id, body: "Well.", parentId });
  return id;
}

/** The names of a post's voters, those by way of a duplicate with its number. */
async function votersOf(number: number): Promise<string[]> {
  const all = await db
    .select({ name: users.name, mergedFrom: votes.mergedFrom })
    .from(votes)
    .innerJoin(users, eq(users.id, votes.userId))
    .innerJoin(posts, eq(posts.id, votes.postId))
    .where(eq(posts.number, number));
  const from = new Map((await db.select().from(posts)).map((row) => [row.id, row.number]));
  return all.map(({ name, mergedFrom }) => (mergedFrom ? `${name} #${from.get(mergedFrom)}` : `${name}`)).sort();
}

async function rowOf(number: number) {
  const [row] = await db.select().from(posts).where(eq(posts.number, number));
  if (!row) throw new Error(`There is no post ${number}.`);
  return row;
}

async function countsOf(number: number) {
  const { voteCount, followerCount, commentCount } = await rowOf(number);
  return { votes: voteCount, followers: followerCount, comments: commentCount };
}

const rootOf = async (number: number) => {
  const { mergedInto } = await rowOf(number);
  if (!mergedInto) return null;
  const [row] = await db.select({ number: posts.number }).from(posts).where(eq(posts.id, mergedInto));
  return row?.number;
};

async function levelOf(viewer: User, number: number) {
  const [row] = await db
    .select({ level: follows.level })
    .from(follows)
    .where(and(eq(follows.userId, viewer.id), eq(follows.postId, (await rowOf(number)).id)));
  return row?.level;
}

describe("merging", () => {
  test("counts every person once, adds the comments, leaves the duplicate as it was, and is one event", async () => {
    const { milo, cleo, dave, gus } = await begin(2);
    await vote(cleo, 1, 2);
    await vote(dave, 1);
    await vote(gus, 2);
    await comment(dave, 1);
    await comment(gus, 2);
    expect(await previewMerge(db, (await rowOf(1)).id, (await rowOf(2)).id)).toEqual({
      votes: 4,
      votedForBoth: 2,
      followers: 4,
    });
    expect(await merge(milo, 1, 2)).toMatchObject({ number: 2 });
    expect(await countsOf(2)).toEqual({ votes: 4, followers: 4, comments: 2 });
    expect(await votersOf(2)).toEqual(["Ben", "Cleo", "Dave #1", "Gus"]);
    expect(await countsOf(1)).toEqual({ votes: 3, followers: 3, comments: 1 });
    expect(await votersOf(1)).toEqual(["Ben", "Cleo", "Dave"]);
    const [event] = await db.select().from(events).where(eq(events.type, "post.merged"));
    const [row] = await db.select().from(merges);
    expect(event).toMatchObject({
      actorId: milo.id,
      postId: (await rowOf(1)).id,
      data: { originalId: (await rowOf(2)).id, mergeId: row?.id },
    });
  });

  test("is for the team", async () => {
    const { ben } = await begin(2);
    await expect(merge(ben, 1, 2)).rejects.toThrow("forbidden");
    await expect(unmergePost(db, { viewer: ben, number: 1 })).rejects.toThrow("forbidden");
  });

  test("takes the duplicate off the list, and no new votes, comments, moves or deletion for it", async () => {
    const { milo, mona, cleo } = await begin(2);
    await merge(milo, 1, 2);
    const filter = { status: "all", sort: "new" } as const;
    const { posts: listed } = await listPosts(db, mona, filter as never);
    expect(listed.map(({ number }) => number)).toEqual([2]);
    await expect(castVote(db, { viewer: cleo, number: 1 })).rejects.toThrow("postMerged");
    await expect(comment(cleo, 1)).rejects.toThrow("postMerged");
    await expect(deletePost(db, { viewer: milo, number: 1, on: true })).rejects.toThrow("postMerged");
    const move = { to: "planned", answer: "" } as const;
    await expect(movePost(db, { viewer: mona, number: 1, from: "open", move } as never)).rejects.toThrow("postMerged");
  });

  test("carries votes over to a done post, too, where they stay frozen", async () => {
    const { milo, mona, cleo } = await begin(2);
    await vote(cleo, 1);
    const shipped = { to: "in_progress", answer: "", release: "" } as const;
    await movePost(db, { viewer: mona, number: 2, from: "open", move: shipped });
    await movePost(db, { viewer: mona, number: 2, from: "in_progress", move: { ...shipped, to: "shipped" } });
    await merge(milo, 1, 2);
    expect(await countsOf(2)).toMatchObject({ votes: 2 });
    await expect(withdrawVote(db, { viewer: cleo, number: 2 })).rejects.toThrow("votingClosed");
  });

  test("keeps the level chosen on the original, and carries muting over where none was", async () => {
    const { milo, cleo, dave } = await begin(2);
    await followPost(db, { viewer: cleo, number: 1, level: "muted" });
    await followPost(db, { viewer: dave, number: 1, level: "everything" });
    await followPost(db, { viewer: dave, number: 2, level: "muted" });
    await merge(milo, 1, 2);
    expect([await levelOf(cleo, 2), await levelOf(dave, 2)]).toEqual(["muted", "muted"]);
    expect(await countsOf(2)).toMatchObject({ followers: 1 });
  });

  test("twice, or when sent again, is done once", async () => {
    const { milo } = await begin(2);
    await merge(milo, 1, 2);
    expect(await merge(milo, 1, 2)).toMatchObject({ number: 2 });
    expect(await db.select().from(merges)).toHaveLength(1);
    expect(await db.select().from(events).where(eq(events.type, "post.merged"))).toHaveLength(1);
  });

  test("collapses chains: from every duplicate to the root, whichever was merged first", async () => {
    const { milo, cleo, dave } = await begin(4);
    await vote(cleo, 1);
    await vote(dave, 4);
    await merge(milo, 1, 2);
    await merge(milo, 2, 3);
    await merge(milo, 4, 1);
    expect([await rootOf(1), await rootOf(2), await rootOf(3), await rootOf(4)]).toEqual([3, 3, null, 3]);
    expect(await votersOf(3)).toEqual(["Ben", "Cleo #2", "Dave #4"]);
  });

  test("refuses circles", async () => {
    const { milo } = await begin(3);
    await merge(milo, 1, 2);
    await merge(milo, 2, 3);
    for (const [number, into] of [
      [3, 3],
      [3, 2],
      [3, 1],
    ] as const) {
      await expect(merge(milo, number, into)).rejects.toMatchObject({
        code: "mergeCircle",
        details: { field: "into" },
      });
    }
  });

  test("refuses an original that is not there, and a duplicate that is merged elsewhere or deleted", async () => {
    const { milo } = await begin(4);
    await deletePost(db, { viewer: milo, number: 4, on: true });
    for (const into of [4, 99]) {
      await expect(merge(milo, 1, into)).rejects.toMatchObject({
        code: "originalNotFound",
        details: { field: "into" },
      });
    }
    await expect(merge(milo, 4, 1)).rejects.toThrow("notFound");
    await merge(milo, 1, 2);
    await expect(merge(milo, 1, 3)).rejects.toThrow("postMerged");
  });

  test("refuses to show the comments of a board to people who do not see it, or to hide any", async () => {
    const { milo, mona } = await begin(2);
    await changeBoard(db, { viewer: mona, number: 1, boardId: await addBoard("inside", "staff") });
    await expect(merge(milo, 1, 2)).rejects.toMatchObject({ code: "mergeAcrossBoards" });
    await expect(merge(milo, 2, 1)).rejects.toMatchObject({ code: "mergeAcrossBoards" });
    await changeBoard(db, { viewer: mona, number: 2, boardId: await addBoard("internal", "staff") });
    await merge(milo, 1, 2);
  });
});

describe("comments on a duplicate", () => {
  test("are answered, changed and deleted where they show, and count there and at home", async () => {
    const { milo, cleo, dave } = await begin(3);
    const first = await comment(cleo, 1);
    await merge(milo, 1, 2);
    await merge(milo, 2, 3);
    const reply = await comment(dave, 3, first);
    const [row] = await db.select().from(comments).where(eq(comments.id, reply));
    expect(row?.postId).toBe((await rowOf(1)).id);
    expect(await levelOf(dave, 3)).toBe("milestones");
    expect(await editComment(db, { viewer: cleo, id: first, body: "Better." })).toMatchObject({ number: 3 });
    expect([await countsOf(1), await countsOf(2), await countsOf(3)].map(({ comments }) => comments)).toEqual([
      2, 2, 2,
    ]);
    expect(await deleteComment(db, { viewer: cleo, id: first })).toMatchObject({ number: 3 });
    expect([await countsOf(1), await countsOf(2), await countsOf(3)].map(({ comments }) => comments)).toEqual([
      1, 1, 1,
    ]);
    await unmergePost(db, { viewer: milo, number: 1 });
    expect([await countsOf(1), await countsOf(2), await countsOf(3)].map(({ comments }) => comments)).toEqual([
      1, 0, 0,
    ]);
  });

  test("of another post cannot be answered here", async () => {
    const { milo, cleo } = await begin(3);
    const elsewhere = await comment(cleo, 1);
    await merge(milo, 2, 3);
    await expect(comment(cleo, 3, elsewhere)).rejects.toThrow("notFound");
  });
});

describe("unmerging", () => {
  test("gives back who asked for the duplicate, who counted for the original meanwhile", async () => {
    const { milo, cleo, board } = await begin(1);
    const number = await post(cleo, idea(board, { title: "The same" }));
    await merge(milo, number, 1);
    expect(await votersOf(1)).toEqual(["Ben", `Cleo #${number}`]);
    expect(await countsOf(1)).toMatchObject({ votes: 2 });
    await unmergePost(db, { viewer: milo, number });
    expect([await votersOf(1), await votersOf(number)]).toEqual([["Ben"], ["Cleo"]]);
    expect([await countsOf(1), await countsOf(number)]).toMatchObject([{ votes: 1 }, { votes: 1 }]);
  });

  test("gives back what came along, and leaves what people did on the original themselves", async () => {
    const { milo, mona, ben, cleo, dave, gus } = await begin(2);
    await vote(cleo, 1);
    await vote(dave, 1, 2);
    await vote(gus, 1);
    await merge(milo, 1, 2);
    await vote(mona, 2);
    await withdrawVote(db, { viewer: cleo, number: 2 });
    await vote(cleo, 2);
    await withdrawVote(db, { viewer: dave, number: 2 });
    await followPost(db, { viewer: gus, number: 2, level: "everything" });
    await unmergePost(db, { viewer: milo, number: 1 });
    expect(await votersOf(2)).toEqual(["Ben", "Cleo", "Mona"]);
    expect(await votersOf(1)).toEqual(["Ben", "Cleo", "Dave", "Gus"]);
    expect([await levelOf(gus, 1), await levelOf(gus, 2)]).toEqual(["milestones", "everything"]);
    expect([await levelOf(cleo, 2), await levelOf(ben, 2)]).toEqual(["milestones", "everything"]);
    expect([await countsOf(1), await countsOf(2)]).toEqual([
      { votes: 4, followers: 4, comments: 0 },
      { votes: 3, followers: 5, comments: 0 },
    ]);
    const [row] = await db.select().from(merges);
    expect(row?.undoneAt).not.toBeNull();
    expect(await db.select().from(events).where(eq(events.type, "post.unmerged"))).toHaveLength(1);
  });

  test("leaves the vote of whoever voted for another duplicate as well, unless they took it back", async () => {
    const { milo, cleo, dave } = await begin(3);
    await vote(cleo, 1, 2);
    await vote(dave, 1, 2);
    await merge(milo, 1, 3);
    await withdrawVote(db, { viewer: dave, number: 3 });
    await merge(milo, 2, 3);
    expect(await votersOf(3)).toEqual(["Ben", "Cleo #1", "Dave #2"]);
    await unmergePost(db, { viewer: milo, number: 1 });
    expect(await votersOf(3)).toEqual(["Ben", "Cleo #2", "Dave #2"]);
    await merge(milo, 1, 3);
    await unmergePost(db, { viewer: milo, number: 2 });
    expect(await votersOf(3)).toEqual(["Ben", "Cleo #1", "Dave #1"]);
  });

  test("a vote taken back on the original does not return when another duplicate leaves", async () => {
    const { milo, cleo } = await begin(3);
    await vote(cleo, 1, 2);
    await merge(milo, 1, 3);
    await withdrawVote(db, { viewer: cleo, number: 3 });
    await merge(milo, 2, 3);
    await unmergePost(db, { viewer: milo, number: 2 });
    expect(await votersOf(3)).toEqual(["Ben"]);
  });

  test("takes along what had come along, and can undo a chain in any order", async () => {
    const { milo, cleo, dave } = await begin(4);
    await vote(cleo, 1);
    await vote(dave, 1, 2, 4);
    await merge(milo, 1, 2);
    await merge(milo, 2, 3);
    await merge(milo, 4, 3);
    await unmergePost(db, { viewer: milo, number: 2 });
    expect([await rootOf(1), await rootOf(2), await rootOf(4)]).toEqual([2, null, 3]);
    expect([await votersOf(2), await votersOf(3)]).toEqual([
      ["Ben", "Cleo #1", "Dave"],
      ["Ben", "Dave #4"],
    ]);
    await merge(milo, 2, 3);
    expect(await votersOf(3)).toEqual(["Ben", "Cleo #2", "Dave #4"]);
    await unmergePost(db, { viewer: milo, number: 1 });
    expect([await rootOf(1), await rootOf(2)]).toEqual([null, 3]);
    expect([await votersOf(1), await votersOf(2), await votersOf(3)]).toEqual([
      ["Ben", "Cleo", "Dave"],
      ["Ben", "Dave"],
      ["Ben", "Dave #4"],
    ]);
    expect(await countsOf(2)).toMatchObject({ votes: 2 });
  });

  test("of a post that is not merged changes nothing", async () => {
    const { milo } = await begin(1);
    await unmergePost(db, { viewer: milo, number: 1 });
    expect(await db.select().from(events).where(eq(events.type, "post.unmerged"))).toEqual([]);
  });
});

describe.runIf(isServer)("at the same moment", () => {
  test("two people who merge the posts into each other: one of them is refused", async () => {
    const { milo, mona } = await begin(2);
    const outcomes = await Promise.allSettled([merge(milo, 1, 2), merge(mona, 2, 1)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((outcome) => outcome.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "mergeCircle" });
  });

  test("people who mute a duplicate by their mails, and those who merge it and set it free, do not block each other", async () => {
    const { milo, ben, cleo, dave } = await begin(2);
    await merge(milo, 1, 2);
    const [duplicate] = await db.select().from(posts).where(eq(posts.number, 1));
    const postId = duplicate?.id ?? "";
    const mute = async ({ id }: User) => {
      for (let i = 0; i < 30; i++) {
        await mutePost(db, { userId: id, postId });
        await unmutePost(db, { userId: id, postId, level: "milestones" });
      }
    };
    const mergeAndFree = async () => {
      for (let i = 0; i < 15; i++) {
        await unmergePost(db, { viewer: milo, number: 1 });
        await merge(milo, 1, 2);
      }
    };
    await Promise.all([...[ben, cleo, dave].map(mute), mergeAndFree()]);
    const levels = await db.select({ level: follows.level }).from(follows).where(eq(follows.postId, postId));
    expect(levels.map(({ level }) => level)).toEqual(["milestones", "milestones", "milestones"]);
  }, 60_000);

  test("votes, comments, merges and unmerges that meet leave true counts, and nobody waits for ever", async () => {
    const { milo, mona } = await begin(2);
    const crowd = Array.from({ length: 30 }, (_, i) => ({ id: uuid(), name: `Guest ${i}`, role: "member" as const }));
    await db
      .insert(users)
      .values(crowd.map((person, i) => ({ ...person, email: `g${i}@example.com`, language: "en" })));
    const talk = await comment(milo, 1);
    const settled = await Promise.allSettled([
      ...crowd.flatMap((person, i) => {
        const viewer = { ...person, language: "en" } as User;
        return [
          vote(viewer, 1),
          vote(viewer, 2),
          comment(viewer, (i % 2) + 1),
          comment(viewer, 2, talk),
          i % 3 === 0 ? merge(milo, 1, 2) : i % 3 === 1 ? unmergePost(db, { viewer: mona, number: 1 }) : undefined,
        ];
      }),
    ]);
    const refusals = settled.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect([...new Set(refusals)].filter((code) => !["postMerged", "notFound"].includes(code))).toEqual([]);
    await unmergePost(db, { viewer: mona, number: 1 });
    for (const number of [1, 2]) {
      const { id } = await rowOf(number);
      expect(await countsOf(number)).toEqual({
        votes: await db.$count(votes, eq(votes.postId, id)),
        followers: await db.$count(follows, eq(follows.postId, id)),
        comments: await db.$count(comments, eq(comments.postId, id)),
      });
    }
  });
});
