import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { comments, follows, posts, votes } from "#db/schema";
import type { FollowLevel } from "#db/schema/feedback/posts";
import type { User } from "~/models/core/users/viewer";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { followLevels } from "~/models/feedback/posts/follow-level";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { unmergePost } from "~/models/feedback/posts/unmerge-post.server";
import { castVote, withdrawVote } from "~/models/feedback/posts/vote-for-post.server";
import { addBoard, cast, idea, type Name, post } from "../../../support/cast";
import { db, triesOf, useDatabase } from "../../../support/database";

useDatabase();

const names = ["mona", "gus", "cleo", "dave"] as const satisfies Name[];

const step = fc.record({
  who: fc.constantFrom(...names),
  what: fc.constantFrom("vote", "unvote", "follow", "comment", "reply"),
  level: fc.constantFrom(...followLevels),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const story = fc.record({
  onDuplicate: fc.array(step, { maxLength: 10 }),
  onOriginal: fc.array(step, { maxLength: 10 }),
  meanwhile: fc.array(step, { maxLength: 15 }),
});

/** The first comment on the duplicate, which is there from the start. */
const opening = uuid();

async function act(viewer: User, number: number, { what, level }: Step): Promise<void> {
  if (what === "vote") await castVote(db, { viewer, number });
  if (what === "unvote") await withdrawVote(db, { viewer, number });
  if (what === "follow") await followPost(db, { viewer, number, level });
  if (what === "comment") await submitComment(db, { viewer, number, id: uuid(), body: "Well." });
  if (what === "reply") await submitComment(db, { viewer, number, id: uuid(), body: "Yes.", parentId: opening });
}

/** Who votes, and who follows at which level; what is on loan from the duplicate apart from what is one's own. */
interface Side {
  votes: Set<string>;
  follows: Map<string, FollowLevel>;
}

/** What somebody does on the original while both are one, in plain words. */
function imagine(own: Side, loan: Side, { who, what, level }: Step): void {
  const takePart = () => {
    if (!own.follows.has(who)) own.follows.set(who, loan.follows.get(who) ?? "milestones");
    loan.follows.delete(who);
  };
  if (what === "vote" && !own.votes.has(who) && !loan.votes.has(who)) {
    own.votes.add(who);
    takePart();
  }
  if (what === "unvote") {
    own.votes.delete(who);
    loan.votes.delete(who);
  }
  if (what === "follow" && (own.follows.get(who) ?? loan.follows.get(who)) !== level) {
    own.follows.set(who, level);
    loan.follows.delete(who);
  }
  if (what === "comment" || what === "reply") takePart();
}

async function look(number: number, people: Record<string, User>) {
  const [row] = await db.select().from(posts).where(eq(posts.number, number));
  if (!row) throw new Error(`There is no post ${number}.`);
  const nameOf = (id: string) => Object.entries(people).find(([, person]) => person.id === id)?.[0] ?? "";
  const cast = await db.select().from(votes).where(eq(votes.postId, row.id));
  const following = await db.select().from(follows).where(eq(follows.postId, row.id));
  return {
    counts: [row.voteCount, row.followerCount, row.commentCount],
    votes: new Set(cast.map(({ userId }) => nameOf(userId))),
    follows: new Map(following.map(({ userId, level }) => [nameOf(userId), level])),
    comments: await db.$count(comments, eq(comments.postId, row.id)),
  };
}

const countsOf = ({ votes, follows }: Side, comments: number) => [
  votes.size,
  [...follows.values()].filter((level) => level !== "muted").length,
  comments,
];

/** On loan is what the original does not have itself. */
function lend(from: Side, own: Side): Side {
  return {
    votes: new Set([...from.votes].filter((who) => !own.votes.has(who))),
    follows: new Map([...from.follows].filter(([who]) => !own.follows.has(who))),
  };
}

test("whatever people do meanwhile, unmerging gives the duplicate what it had, and the original what is its own", async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ onDuplicate, onOriginal, meanwhile }) => {
      await db.execute(sql`truncate users, boards, posts, votes, follows, comments, events, merges cascade`);
      await db.execute(sql`update numbering set last = 0`);
      const people = await cast("ben", "milo", ...names);
      const board = await addBoard();
      const [duplicate, original] = [await post(people.dave, idea(board)), await post(people.ben, idea(board))];
      await submitComment(db, { viewer: people.ben, number: duplicate, id: opening, body: "First." });
      for (const one of onDuplicate) await act(people[one.who], duplicate, one);
      for (const one of onOriginal) if (one.what !== "reply") await act(people[one.who], original, one);
      const before = await look(duplicate, people);
      const own = await look(original, people);
      const loan = lend(before, own);

      await mergePosts(db, { viewer: people.milo, number: duplicate, into: original });
      for (const one of meanwhile) {
        await act(people[one.who], original, one);
        imagine(own, loan, one);
        const both = await look(original, people);
        expect(both.votes).toEqual(new Set([...own.votes, ...loan.votes]));
        expect(both.follows).toEqual(new Map([...loan.follows, ...own.follows]));
        expect(both.counts.slice(0, 2)).toEqual([both.votes.size, countsOf(both, 0)[1]]);
      }
      await unmergePost(db, { viewer: people.milo, number: duplicate });

      const replies = meanwhile.filter(({ what }) => what === "reply").length;
      const remarks = meanwhile.filter(({ what }) => what === "comment").length;
      const [freed, left] = [await look(duplicate, people), await look(original, people)];
      expect(freed).toEqual({
        ...before,
        counts: countsOf(before, before.comments + replies),
        comments: before.comments + replies,
      });
      expect([left.votes, left.follows]).toEqual([own.votes, own.follows]);
      expect(left.counts).toEqual(countsOf(own, own.comments + remarks));
    }),
    { numRuns: triesOf(40), interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
  );
}, 120_000);
