import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { boards, searchTerms, termCounts, wordingTotals } from "#db/schema";
import type { Visibility } from "#db/schema/feedback/boards";
import { rebuildIndex } from "~/models/core/search-index/rebuild.server";
import { Query } from "~/models/core/text/query";
import type { User, Viewer } from "~/models/core/users/viewer";
import { rebuildSimilar } from "~/models/core/wordings/rebuild-similar.server";
import { editBoard } from "~/models/feedback/boards/edit-boards.server";
import { deleteComment } from "~/models/feedback/comments/delete-comment.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { changeBoard } from "~/models/feedback/posts/change-board.server";
import { editPost } from "~/models/feedback/posts/edit-post.server";
import { findSimilarPosts } from "~/models/feedback/posts/find-similar-posts.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { unmergePost } from "~/models/feedback/posts/unmerge-post.server";
import { readQuestion } from "~/models/feedback/search/question";
import { searchPosts } from "~/models/feedback/search/search-posts.server";
import { addBoard, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

const uuidOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** A word that is hidden, and one as long that nobody has written, letter for letter as like anything else. */
const hidden = "kwaxwordsecrets";
const control = "vhujdiqomcyfbgp";
/** Ways of asking for a word: as it is, with typos, its beginning, its ending left out, joined, in a phrase, beside another. */
const asked = (word: string): string[] => [
  word,
  `${word.slice(0, 6)}${word.slice(7)}`,
  `${word.slice(1)}`,
  `${word.slice(0, 4)}${word[5]}${word[4]}${word.slice(6)}`,
  word.slice(0, 5),
  `${word.slice(0, 8)} `,
  word.slice(0, -1),
  `${word.slice(0, 4)}-${word.slice(4)}`,
  `${word.slice(0, 4)} ${word.slice(4)}`,
  `"${word}"`,
  `export ${word}`,
  `export ${word.slice(0, 5)}`,
  `${word} export lists`,
];

const search = (viewer: Viewer, q: string) => searchPosts(db, viewer, readQuestion(new Query({ q })));

/** What an answer tells, with the words of the question taken out. */
async function told(viewer: Viewer, q: string) {
  const { hits, understood, next } = await search(viewer, q);
  return {
    numbers: hits.map((hit) => hit.post.number),
    corrected: understood.corrected.map(({ to }) => to),
    dropped: understood.dropped.length,
    next,
  };
}

async function expectNothingTold(viewer: Viewer): Promise<void> {
  const secret = asked(hidden);
  for (const [i, q] of asked(control).entries()) {
    expect(await told(viewer, secret[i] ?? ""), secret[i]).toEqual(await told(viewer, q));
  }
  const alike = async (title: string) =>
    (await findSimilarPosts(db, viewer, { title, limit: 5 })).map(({ number, score }) => [number, score]);
  expect(await alike(`Export lists ${hidden}`)).toEqual(await alike(`Export lists ${control}`));
}

const title = `About ${hidden}`;

async function stage() {
  const people = await cast("ben", "cleo", "mona", "ada");
  const open = await addBoard("open");
  for (const name of ["Export lists as PDF", "Export everything", "Print a list"]) {
    await post(people.cleo, idea(open, { title: name, body: "On paper." }));
  }
  return { ...people, open };
}

type Stage = Awaited<ReturnType<typeof stage>>;

const draftOf = (slug: string, visibility: Visibility) => ({
  slug,
  name: slug,
  description: "",
  position: 0,
  visibility,
});

const boardId = async (slug: string) => (await db.select().from(boards).where(eq(boards.slug, slug)))[0]?.id ?? 0;

const say = (viewer: User, number: number, id = 1) =>
  submitComment(db, { viewer, number, id: uuidOf(id), body: `I know of ${hidden}.` });

/** Every way in which a word may be hidden, and who may still not be told. */
const ways: Record<string, (stage: Stage) => Promise<unknown>> = {
  "the title of a post for the team": async ({ mona }) => post(mona, idea(await addBoard("team", "staff"), { title })),
  "the fields of a bug for the team": async ({ mona }) =>
    post(mona, bug(await addBoard("team", "staff"), { title: "It stops", actual: title, version: hidden })),
  "a comment on a post for the team": async ({ mona }) => {
    await say(mona, await post(mona, idea(await addBoard("team", "staff"), { title: "Plans" })));
  },
  "a post that was deleted": async ({ cleo, mona, open }) => {
    await deletePost(db, { viewer: mona, number: await post(cleo, idea(open, { title })), on: true });
  },
  "a comment that was deleted": async ({ cleo }) => {
    await say(cleo, 1);
    await deleteComment(db, { viewer: cleo, id: uuidOf(1) });
  },
  "two comments that were deleted": async ({ cleo }) => {
    await say(cleo, 1);
    await say(cleo, 2, 2);
    await deleteComment(db, { viewer: cleo, id: uuidOf(1) });
    await deleteComment(db, { viewer: cleo, id: uuidOf(2) });
  },
  "a post that was moved to a board for the team": async ({ cleo, mona, open }) => {
    const number = await post(cleo, idea(open, { title }));
    await changeBoard(db, { viewer: mona, number, boardId: await addBoard("team", "staff") });
  },
  "a board that is only for the team now": async ({ cleo, ada }) => {
    await post(cleo, idea(await addBoard("team"), { title }));
    await editBoard(db, { viewer: ada, id: await boardId("team"), draft: draftOf("team", "staff") });
  },
  "what a post said before it was edited": async ({ cleo, open }) => {
    const number = await post(cleo, idea(open, { title }));
    await editPost(db, { viewer: cleo, number, edit: { kind: "idea", title: "Other", body: "Else." } as never });
  },
  "a post that was merged into one for the team": async ({ mona }) => {
    const team = await addBoard("team", "staff");
    const number = await post(mona, idea(await addBoard("more", "staff"), { title }));
    await mergePosts(db, { viewer: mona, number, into: await post(mona, idea(team, { title: "Plans" })) });
  },
  "a duplicate on a board that is for the team now": async ({ cleo, mona, ada }) => {
    const number = await post(cleo, idea(await addBoard("team"), { title }));
    await mergePosts(db, { viewer: mona, number, into: 1 });
    await editBoard(db, { viewer: ada, id: await boardId("team"), draft: draftOf("team", "staff") });
  },
  "a duplicate that was set free and deleted": async ({ cleo, mona, open }) => {
    const number = await post(cleo, idea(open, { title }));
    await mergePosts(db, { viewer: mona, number, into: 1 });
    await unmergePost(db, { viewer: mona, number });
    await deletePost(db, { viewer: mona, number, on: true });
  },
  "a language that only the team writes": async ({ mona }) =>
    post(
      mona,
      idea(await addBoard("team", "staff"), { title: `Что нового у ${hidden}`, body: "Это большой секрет команды." }),
    ),
};

describe.each(Object.entries(ways))("of %s", (_, hide) => {
  test("search and suggestions tell visitors and members no more than of a word that nobody wrote", async () => {
    const all = await stage();
    await hide(all);
    await expectNothingTold(null);
    await expectNothingTold(all.ben);
  });
});

test("what is for members is told to members, not to visitors; what is for the team, to the team", async () => {
  const all = await stage();
  await post(all.mona, idea(await addBoard("inside", "members"), { title }));
  await expectNothingTold(null);
  const [, typo = ""] = asked(hidden);
  expect(await told(all.ben, typo)).toMatchObject({ numbers: [4], corrected: [hidden] });
  await editBoard(db, { viewer: all.ada, id: await boardId("inside"), draft: draftOf("inside", "staff") });
  await expectNothingTold(all.ben);
  expect(await told(all.mona, typo)).toMatchObject({ numbers: [4], corrected: [hidden] });
});

test("a word stays known as long as one post has it that the viewer may see", async () => {
  const all = await stage();
  const [first, second] = [
    await post(all.cleo, idea(all.open, { title })),
    await post(all.cleo, idea(all.open, { title })),
  ];
  const [, typo = ""] = asked(hidden);
  await deletePost(db, { viewer: all.mona, number: first, on: true });
  expect(await told(null, typo)).toMatchObject({ numbers: [second], corrected: [hidden] });
  await deletePost(db, { viewer: all.mona, number: second, on: true });
  await expectNothingTold(null);
  await deletePost(db, { viewer: all.mona, number: first, on: false });
  expect(await told(null, typo)).toMatchObject({ numbers: [first], corrected: [hidden] });
});

test("what commands keep of words and terms is what counting everything anew gives", async () => {
  const all = await stage();
  for (const hide of Object.values(ways).slice(3, 7)) await hide(all).catch(() => {});
  await say(all.cleo, 2, 9);
  const kept = async () => ({
    words: (await db.select().from(searchTerms).orderBy(searchTerms.word)).map((one) => [
      one.word,
      one.publicPosts > 0,
      one.membersPosts > 0,
      one.staffPosts > 0,
    ]),
    terms: (await db.select().from(termCounts).orderBy(termCounts.term))
      .map((one) => [one.term, one.publicPosts, one.membersPosts, one.staffPosts])
      .filter(([, ...counts]) => counts.some((count) => count !== 0)),
    totals: await db.select().from(wordingTotals).orderBy(wordingTotals.id),
  });
  const before = await kept();
  await rebuildIndex(db);
  await rebuildSimilar(db);
  expect(await kept()).toEqual(before);
});
