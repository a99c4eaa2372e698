import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { rows } from "#db/client.server";
import { boards, notifications, posts as posts_, revisions, users } from "#db/schema";
import { requestExport } from "~/models/admin/exports/runs/request-export.server";
import { deleteComment } from "~/models/feedback/comments/delete-comment.server";
import { editComment } from "~/models/feedback/comments/edit-comment.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { addNote } from "~/models/feedback/notes/add-note.server";
import { changeBoard } from "~/models/feedback/posts/change-board.server";
import { editPost } from "~/models/feedback/posts/edit-post.server";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { unmergePost } from "~/models/feedback/posts/unmerge-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { removeVersion } from "~/models/feedback/timeline/remove-version.server";
import { keepMailTokens } from "~/models/telling/deliveries/tokens.server";
import { addBoard, bug, cast, idea, post } from "../../support/cast";
import { db } from "../../support/database";
import { runJobs } from "../../support/jobs";
import { setUpBackstage } from "./backstage";
import { setUpDesk } from "./desk";
import { attachFiles } from "./files";
import { setUpHelp } from "./help";
import { setUpNews } from "./news";

export type Stage = Awaited<ReturnType<typeof setStage>>;
export type People = Awaited<ReturnType<typeof assemble>>;

/** A small portal in which every text that is not everybody's has a canary (./canaries.ts). */
export async function setStage() {
  const people = await assemble();
  const places = await openBoards();
  const posts = await writePosts(people, places);
  const talk = await say(people, posts);
  const news = await setUpNews(people, posts);
  const files = await attachFiles(people, posts, talk);
  const backstage = await setUpBackstage(people, posts);
  const desk = await setUpDesk(people);
  const help = await setUpHelp(people);
  // The voter hears of all of it while it is still everybody's.
  await runJobs({ origin: "https://portal.example" });
  const tokens = await giveLinks(people, posts, news);
  await hide(people, posts, places, talk);
  const ids = await findIds(people);
  return { people, places, posts, talk, news, files, backstage, desk, help, tokens, ids };
}

/** Of what came about by itself. */
async function findIds({ dave }: People) {
  const [ids] = await rows<Record<"link" | "note" | "write" | "export", string>>(
    db,
    sql`select (select id from freshdesk_links) as link, (select id from notes) as note,
      (select id from freshdesk_writes limit 1) as write, (select id from portal_exports) as export`,
  );
  const told = await db.select({ id: notifications.id }).from(notifications).where(eq(notifications.userId, dave.id));
  return { link: "", note: "", write: "", export: "", ...ids, notifications: told.map(({ id }) => id) };
}

async function assemble() {
  const people = await cast("ada", "mona", "gus", "milo", "ben", "cleo", "dave");
  await db.update(users).set({ email: sql`'kwxmail' || ${users.handle} || '@example.com'` });
  return people;
}

async function openBoards() {
  const open = await addBoard("app");
  const members = await addBoard("kwxmembersboard", "members");
  const staff = await addBoard("kwxstaffboard", "staff");
  await db.update(boards).set({ ideaTemplate: "kwxmemberstemplate" }).where(eq(boards.id, members));
  await db.update(boards).set({ ideaTemplate: "kwxstafftemplate" }).where(eq(boards.id, staff));
  return { open, members, staff };
}

type Places = Awaited<ReturnType<typeof openBoards>>;

const about = (name: string) => ({ title: `About kwx${name}title`, body: `It says kwx${name}body here.` });

async function writePosts({ ben, cleo, mona }: People, { open, members, staff }: Places) {
  const written = {
    open: await post(ben, idea(open, { title: "About kwxopentitle", body: "It says kwxtakenout here." })),
    members: await post(cleo, idea(members, about("members"))),
    staff: await post(mona, idea(staff, about("staff"))),
    staffBug: await post(mona, bug(staff, { title: "It closes", steps: "kwxstaffsteps" })),
    deleted: await post(ben, idea(open, about("deleted"))),
    /** Moves to the staff's board, and takes what was merged into it along. */
    moved: await post(ben, idea(open, { ...about("moved"), body: "kwxmovedoldwords" })),
    buried: await post(ben, idea(open, { ...about("buried"), body: "kwxburiedoldwords" })),
    freed: await post(ben, idea(open, { title: "About kwxfreedtitle" })),
    duplicate: await post(cleo, idea(open, { title: "Nothing but the same", body: "Again." })),
  };
  const words = { kind: "idea" as const, title: "About kwxopentitle", body: "It says kwxoldwords here." };
  await editPost(db, { viewer: ben, number: written.open, edit: words });
  const edits = { open: "kwxopenbody", moved: "kwxmovedbody", buried: "kwxburiedbody" };
  for (const [name, body] of Object.entries(edits)) {
    const number = written[name as keyof typeof edits];
    const edit = { kind: "idea" as const, title: `About kwx${name}title`, body: `It says ${body} here.` };
    await editPost(db, { viewer: ben, number, edit });
  }
  return written;
}

export type Posts = Awaited<ReturnType<typeof writePosts>>;

async function say({ dave, cleo, milo, mona }: People, posts: Posts) {
  await castVote(db, { viewer: dave, number: posts.open });
  for (const name of ["open", "moved", "buried", "freed", "deleted"] as const) {
    await followPost(db, { viewer: dave, number: posts[name], level: "everything" });
  }
  const comment = async (viewer: typeof dave, number: number, body: string, parentId?: string) => {
    const id = uuid();
    await submitComment(db, { viewer, number, id, body, parentId });
    return id;
  };
  const spoken = {
    open: await comment(cleo, posts.open, "kwxopencomment"),
    members: await comment(cleo, posts.members, "kwxmemberscomment"),
    staff: await comment(mona, posts.staff, "kwxstaffcomment"),
    deleted: await comment(dave, posts.deleted, "kwxdeletedcomment"),
    moved: await comment(milo, posts.moved, "kwxmovedcomment"),
    buried: await comment(milo, posts.buried, "kwxburiedcomment"),
    duplicate: await comment(cleo, posts.duplicate, "kwxduplicatecomment"),
    goneByAuthor: await comment(dave, posts.open, "kwxgoneoldwords"),
    goneByModerator: await comment(cleo, posts.open, "kwxgonebymoderator"),
  };
  await editComment(db, { viewer: dave, id: spoken.goneByAuthor, body: "kwxgonebyauthor" });
  await comment(milo, posts.open, "kwxopenreply", spoken.goneByModerator);
  const goneReply = await comment(cleo, posts.open, "kwxgonereply", spoken.open);
  await addNote(db, { viewer: mona, number: posts.open, id: uuid(), body: "kwxnote" });
  await db.execute(sql`update posts set flags = '{filled_honeypot}' where number = ${posts.open}`);
  await db.execute(sql`update comments set flags = '{sent_fast}' where id = ${spoken.open}`);
  return { ...spoken, goneReply };
}

/** Links in mails that the voter got. */
async function giveLinks({ dave }: People, posts: Posts, { offSubscriberId }: { offSubscriberId: string }) {
  const idOf = async (number: number) =>
    (await db.select({ id: posts_.id }).from(posts_).where(eq(posts_.number, number)))[0]?.id ?? null;
  const own = { userId: dave.id };
  await keepMailTokens(db, [
    { ...own, token: "mute-moved", scope: "mute", postId: await idOf(posts.moved) },
    { ...own, token: "mute-buried", scope: "mute", postId: await idOf(posts.buried) },
    { ...own, token: "solved-buried", scope: "solved", postId: await idOf(posts.buried) },
    { userId: null, token: "off-roadmap", scope: "subscription", postId: null, subscriberId: offSubscriberId },
  ]);
  return ["mute-moved", "mute-buried", "solved-buried", "off-roadmap", "unknown"];
}

async function hide(people: People, posts: Posts, places: Places, talk: Awaited<ReturnType<typeof say>>) {
  const { ada, milo, mona, dave } = people;
  await mergePosts(db, { viewer: milo, number: posts.duplicate, into: posts.open });
  await mergePosts(db, { viewer: milo, number: posts.buried, into: posts.moved });
  await mergePosts(db, { viewer: milo, number: posts.freed, into: posts.moved });
  await runJobs({ origin: "https://portal.example" });
  const [first] = await db.select({ id: revisions.id }).from(revisions).orderBy(revisions.id).limit(1);
  await removeVersion(db, { viewer: milo, number: posts.open, id: first?.id ?? 0, withOlder: true });
  await unmergePost(db, { viewer: milo, number: posts.freed });
  await changeBoard(db, { viewer: mona, number: posts.moved, boardId: places.staff });
  await deletePost(db, { viewer: milo, number: posts.deleted, on: true });
  await deleteComment(db, { viewer: dave, id: talk.goneByAuthor });
  for (const id of [talk.goneByModerator, talk.goneReply]) await deleteComment(db, { viewer: milo, id });
  await requestExport(db, { viewer: ada });
  await runJobs({ origin: "https://portal.example" });
}
