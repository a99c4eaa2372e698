import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import {
  boardWatchers,
  comments,
  deliveries,
  events,
  follows,
  posts,
  sessions,
  suppressions,
  users,
  votes,
} from "#db/schema";
import { deleteAccount } from "~/models/admin/personal-data/delete-account.server";
import type { Texts } from "~/models/admin/personal-data/draft";
import { requestSignIn } from "~/models/core/sign-in/request-sign-in.server";
import { changeHandle } from "~/models/core/users/change-handle.server";
import { changeRole } from "~/models/core/users/change-role.server";
import { listUsers } from "~/models/core/users/queries.server";
import { setName } from "~/models/core/users/set-name.server";
import type { User } from "~/models/core/users/viewer";
import { findFile } from "~/models/feedback/attachments/find-file.server";
import { removeAttachment } from "~/models/feedback/attachments/remove-attachment.server";
import { deleteComment } from "~/models/feedback/comments/delete-comment.server";
import { editComment } from "~/models/feedback/comments/edit-comment.server";
import { searchPeople } from "~/models/feedback/comments/people.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { editPost } from "~/models/feedback/posts/edit-post.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { unmergePost } from "~/models/feedback/posts/unmerge-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { findSuppression, suppressAddress, unsuppressAddress } from "~/models/telling/deliveries/suppressions.server";
import { useApp } from "../../../support/app";
import { signedIn } from "../../../support/browser";
import { addBoard, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { attach, postAt, storedFiles } from "../../../support/files";
import { retryJobs, runJobs } from "../../../support/jobs";
import { Collector } from "../../../support/mailers";
import { tablesThatSay } from "../../../support/search-everywhere";

useDatabase();
useApp();

let people: Record<"ada" | "mona" | "ben" | "cleo", User>;
let boardId = 0;

const address = "quorndale@mail.example";

beforeEach(async () => {
  people = await cast("ada", "mona", "ben", "cleo");
  boardId = await addBoard();
  await db.update(users).set({ email: address }).where(eq(users.id, people.ben.id));
  await setName(db, { viewer: people.ben, name: "Zyxwick" });
  await changeHandle(db, { viewer: people.ben, handle: "quorndale" });
});

const counts = async () =>
  db
    .select({
      number: posts.number,
      votes: posts.voteCount,
      comments: posts.commentCount,
      followers: posts.followerCount,
    })
    .from(posts)
    .orderBy(posts.number);

const textsOf = (number: number) =>
  db
    .select({ title: posts.title, body: posts.bodyMarkdown, html: posts.bodyHtml, deletedAt: posts.deletedAt })
    .from(posts)
    .where(eq(posts.number, number))
    .then(([row]) => row);

const comment = async (viewer: User, number: number, body: string, parentId?: string) => {
  const id = uuid();
  await submitComment(db, { viewer, number, id, body, parentId });
  return id;
};

const leave = (texts: Texts) => deleteAccount(db, { viewer: people.ben, userId: people.ben.id, texts });

/** Everything that a member of some standing leaves behind. 1 is shared, 2 his alone, 3 a bug, 4 somebody else's. */
async function live() {
  const { ben, cleo, mona } = people;
  await post(ben, idea(boardId, { title: "Shared idea", body: "My secretword one" }));
  await post(ben, idea(boardId, { title: "Lonely secretword", body: "My secretword two" }));
  await post(ben, bug(boardId, { title: "A crash", actual: "secretword crash" }));
  await post(cleo, idea(boardId, { title: "Her idea" }));
  await castVote(db, { viewer: cleo, number: 1 });
  await castVote(db, { viewer: cleo, number: 3 });
  await castVote(db, { viewer: ben, number: 4 });
  const first = await comment(ben, 4, "My secretword comment");
  await editComment(db, { viewer: ben, id: first, body: "My other secretword" });
  await comment(cleo, 4, "An answer", first);
  const edit = { kind: "idea" as const, title: "Shared idea", body: "Newer secretword", tagIds: [] };
  await editPost(db, { viewer: ben, number: 1, edit });
  await requestSignIn(db, { email: address, language: "en" });
  await suppressAddress(db, { viewer: people.ada, email: address });
  await unsuppressAddress(db, { viewer: people.ada, email: address });
  await signedIn(ben);
  await movePost(db, { viewer: mona, number: 1, from: "open", move: { to: "planned", answer: "Soon." } });
  await runJobs();
  // A mail that waits, and a job whose last words name him.
  await movePost(db, { viewer: mona, number: 4, from: "open", move: { to: "planned", answer: "Soon." } });
  await runJobs({}, { only: "notify-people" });
  await db.execute(
    sql`update pgboss.job set output = ${JSON.stringify({ message: `550 <${address}> unknown` })}::jsonb`,
  );
}

describe.each(["kept", "removed"] as const)("with texts %s", (texts) => {
  test("nothing anywhere says the address, the name or the handle any more", async () => {
    await live();
    for (const needle of [address, "zyxwick", "quorndale"]) expect(await tablesThatSay(needle), needle).not.toEqual([]);
    await leave(texts);
    await runJobs({}, { twice: true });
    for (const needle of [address, "zyxwick", "quorndale"]) expect(await tablesThatSay(needle), needle).toEqual([]);
    const [row] = await db.select().from(users).where(eq(users.id, people.ben.id));
    expect(row).toMatchObject({ email: null, name: null, handle: null, role: "member", mailPace: "off" });
    expect(row?.deletedAt).toBeInstanceOf(Date);
  });

  test("votes go on counting, followers and comments are counted as they stand", async () => {
    await live();
    const before = await counts();
    await leave(texts);
    await runJobs();
    const after = await counts();
    expect(after.map(({ votes }) => votes)).toEqual(before.map(({ votes }) => votes));
    expect(after.map(({ followers }) => followers)).toEqual(before.map(({ followers }) => followers - 1));
    expect(after[3]?.comments).toBe(texts === "kept" ? 2 : 1);
    expect(await db.select().from(follows).where(eq(follows.userId, people.ben.id))).toEqual([]);
    expect(await db.select().from(votes).where(eq(votes.userId, people.ben.id))).toHaveLength(4);
  });

  test("the person hears of nothing more and cannot be found or mentioned", async () => {
    await live();
    await leave(texts);
    const provider = new Collector();
    await runJobs({ mailer: provider });
    await comment(people.cleo, 4, "Hello @quorndale");
    await movePost(db, {
      viewer: people.mona,
      number: 4,
      from: "planned",
      move: { to: "in_progress", answer: "Now." },
    });
    await runJobs({ mailer: provider });
    expect(provider.mails.filter(({ to }) => to === address || to === "")).toEqual([]);
    expect(await searchPeople(db, people.cleo, { beginning: "quorn" })).toEqual([]);
    expect((await listUsers(db, people.ada, "")).map(({ id }) => id)).not.toContain(people.ben.id);
    expect(await db.select().from(sessions).where(eq(sessions.userId, people.ben.id))).toEqual([]);
  });
});

test("texts that are kept say what they said, in nobody's name; what was deleted before is gone", async () => {
  await live();
  const id = await comment(people.ben, 4, "regretted");
  await deleteComment(db, { viewer: people.ben, id });
  expect(await tablesThatSay("regretted")).toEqual(["public.comments"]);
  await leave("kept");
  await runJobs();
  expect(await textsOf(1)).toMatchObject({ title: "Shared idea", body: "Newer secretword", deletedAt: null });
  expect(await textsOf(2)).toMatchObject({ body: "My secretword two", deletedAt: null });
  expect(await tablesThatSay("secretword")).toContain("public.comments");
  expect(await tablesThatSay("regretted")).toEqual([]);
});

test("texts that are removed are gone with what they said before; shared posts keep their titles", async () => {
  await live();
  for (const table of [posts, comments])
    await db
      .update(table)
      .set({ flags: ["sent_fast"] })
      .where(eq(table.authorId, people.ben.id));
  await leave("removed");
  await runJobs();
  expect(await tablesThatSay("sent_fast")).toEqual([]);
  expect(await tablesThatSay("secretword")).toEqual([]);
  expect(await textsOf(1)).toEqual({ title: "Shared idea", body: "", html: "", deletedAt: null });
  expect(await textsOf(2)).toMatchObject({ title: "…", body: "" });
  expect((await textsOf(2))?.deletedAt).toBeInstanceOf(Date);
  expect(await textsOf(3)).toMatchObject({ title: "A crash", deletedAt: null });
  const left = await db.select({ body: comments.bodyMarkdown }).from(comments).where(sql`deleted_at is null`);
  expect(left).toEqual([{ body: "An answer" }]);
  const said = (await db.select({ type: events.type }).from(events)).map(({ type }) => type);
  expect(said.filter((type) => ["post.deleted", "comment.deleted", "user.deleted"].includes(type)).sort()).toEqual([
    "comment.deleted",
    "post.deleted",
    "user.deleted",
  ]);
});

describe("files", () => {
  /** Of a shared post, one of his own, somebody else's, a comment, one that was deleted, a draft; and of cleo's post. */
  async function attachAll() {
    const { ben, cleo } = people;
    await live();
    const gone = await comment(ben, 4, "regretted");
    const kept = await comment(ben, 4, "kept");
    const ids = {
      shared: await attach(ben, await postAt(1), "secretword-shared.txt"),
      alone: await attach(ben, await postAt(2), "secretword-alone.txt"),
      comment: await attach(ben, { kind: "comment", id: kept }, "secretword-comment.txt"),
      gone: await attach(ben, { kind: "comment", id: gone }, "secretword-gone.txt"),
      draft: await attach(ben, { kind: "draft", id: uuid() }, "secretword-draft.txt"),
      removed: await attach(ben, await postAt(1), "secretword-removed.txt"),
      byTeam: await attach(people.ada, await postAt(1), "secretword-of-the-team.txt"),
      others: await attach(cleo, await postAt(4), "her-own.txt"),
    };
    await deleteComment(db, { viewer: ben, id: gone });
    await removeAttachment(db, { viewer: ben, id: ids.removed });
    await runJobs();
    return ids;
  }

  const seen = async (ids: Record<string, string>, viewer: User | null) => {
    const found = await Promise.all(
      Object.entries(ids).map(async ([name, id]) => ((await findFile(db, viewer, id)) ? name : "")),
    );
    return found.filter(Boolean);
  };

  test("go with the texts that are removed, their bytes and names, too", async () => {
    const before = storedFiles().length;
    const ids = await attachAll();
    expect(await seen(ids, null)).toEqual(["shared", "alone", "comment", "byTeam", "others"]);
    expect(storedFiles()).toHaveLength(before + 7);
    await leave("removed");
    expect(await seen(ids, null)).toEqual(["others"]);
    expect(await seen(ids, people.ada)).toEqual(["others"]);
    await runJobs();
    expect(storedFiles()).toHaveLength(before + 1);
    expect(await tablesThatSay("secretword")).toEqual([]);
  });

  test("stay with the texts that are kept, but for what nobody sees", async () => {
    const before = storedFiles().length;
    const ids = await attachAll();
    await leave("kept");
    await runJobs();
    expect(await seen(ids, null)).toEqual(["shared", "alone", "comment", "byTeam", "others"]);
    expect(storedFiles()).toHaveLength(before + 5);
    for (const name of ["gone", "draft", "removed"]) expect(await tablesThatSay(`secretword-${name}`)).toEqual([]);
  });
});

test("a merge that is undone afterwards gives nothing of the person back", async () => {
  await live();
  await mergePosts(db, { viewer: people.mona, number: 4, into: 1 });
  await leave("removed");
  await runJobs();
  await unmergePost(db, { viewer: people.mona, number: 4 });
  await runJobs();
  const stored = await counts();
  await db.execute(
    sql`update posts set follower_count = (select count(*) from follows where post_id = posts.id and level <> 'muted')`,
  );
  expect(stored).toEqual(await counts());
  expect(await db.select().from(follows).where(eq(follows.userId, people.ben.id))).toEqual([]);
});

test("a mail that the provider may have keeps its batch whole, and is forgotten once there is a response", async () => {
  await live();
  const provider = new Collector();
  provider.failing = { times: 1, arrives: true };
  await expect(runJobs({ mailer: provider })).rejects.toThrow("It hangs");
  const [first] = provider.tries;
  expect(first?.mails.map(({ to }) => to)).toContain(address);
  await leave("kept");
  expect(await tablesThatSay(address)).toEqual(["public.deliveries"]);
  await expect(runJobs({ mailer: provider }, { only: "forget-traces" })).rejects.toThrow("under way");
  await retryJobs();
  await runJobs({ mailer: provider }, { only: "send-mail" });
  expect(provider.tries.at(-1)?.mails).toEqual(first?.mails);
  await retryJobs();
  await runJobs({ mailer: provider });
  expect(await tablesThatSay(address)).toEqual([]);
});

test("whoever complained is not mailed again after they left, though nobody can read the address", async () => {
  await db.insert(suppressions).values({ email: address, reason: "complaint", response: `FBL of ${address}` });
  await leave("kept");
  expect(await tablesThatSay(address)).toEqual([]);
  expect(await findSuppression(db, "Quorndale@mail.example")).toMatchObject({ reason: "complaint", response: null });
  // The same address again, in a new account.
  const again = { id: uuid(), email: address, name: "Back", handle: "back", mailPace: "instant" as const };
  await db.insert(users).values(again);
  const viewer: User = { ...again, role: "member", language: "en" };
  await post(viewer, idea(boardId));
  await movePost(db, { viewer: people.mona, number: 1, from: "open", move: { to: "planned", answer: "Soon." } });
  await runJobs();
  const fates = await db.select({ status: deliveries.status }).from(deliveries).where(eq(deliveries.to, address));
  expect(fates).toEqual([{ status: "suppressed" }]);
});

test("a bounced mailbox is forgotten", async () => {
  await db.insert(suppressions).values({ email: address, reason: "bounce" });
  await leave("kept");
  expect(await db.select().from(suppressions)).toEqual([]);
});

describe("who may", () => {
  test("oneself and administrators; nobody else", async () => {
    const theirs = { userId: people.ben.id, texts: "kept" as const };
    await expect(deleteAccount(db, { viewer: people.mona, ...theirs })).rejects.toMatchObject({ code: "forbidden" });
    await deleteAccount(db, { viewer: people.ada, ...theirs });
    const [event] = await db.select().from(events).where(eq(events.type, "user.deleted"));
    expect(event).toMatchObject({ actorId: people.ada.id, data: theirs });
    await expect(deleteAccount(db, { viewer: people.ada, ...theirs })).rejects.toMatchObject({ code: "notFound" });
    const role = { viewer: people.ada, userId: people.ben.id, role: "admin" as const };
    await expect(changeRole(db, role)).rejects.toMatchObject({ code: "notFound" });
  });

  test("not the last administrator, until there is another", async () => {
    const own = { viewer: people.ada, userId: people.ada.id, texts: "kept" as const };
    await expect(deleteAccount(db, own)).rejects.toMatchObject({ code: "lastAdmin" });
    await changeRole(db, { viewer: people.ada, userId: people.mona.id, role: "admin" });
    await db.insert(boardWatchers).values({ boardId, userId: people.ada.id });
    await deleteAccount(db, own);
    expect(await db.select().from(boardWatchers)).toEqual([]);
  });
});

describe("history stays append-only", () => {
  const happened = () => db.select().from(events).orderBy(events.id);

  test("who, when and what stay; only names, handles and addresses are blank", async () => {
    await live();
    const before = await happened();
    await leave("kept");
    const after = await happened();
    const plain = ({ data: _, ...rest }: (typeof before)[number]) => rest;
    expect(after.slice(0, before.length).map(plain)).toEqual(before.map(plain));
    const changed = after.filter(
      ({ data }, i) => before[i] && JSON.stringify(data) !== JSON.stringify(before[i]?.data),
    );
    expect(new Set(changed.map(({ type }) => type))).toEqual(
      new Set(["user.named", "user.handle_changed", "mail.suppressed", "mail.unsuppressed"]),
    );
  });

  test.each([
    ["another name", sql`update events set data = '{"from": null, "to": "Other"}' where type = 'user.named'`],
    ["a blank in another event", sql`update events set data = data || '{"from": null}' where type <> 'user.named'`],
    [
      "a blank and another time",
      sql`update events set data = data || '{"from": null, "to": null}', created_at = now()`,
    ],
    ["a delete", sql`delete from events`],
  ])("the database refuses %s", async (_what, change) => {
    await expect(db.execute(change)).rejects.toMatchObject({ cause: { message: "events is append-only" } });
  });
});
