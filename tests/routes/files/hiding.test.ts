import { sql } from "drizzle-orm";
import { v4 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import type { User } from "~/models/core/users/viewer";
import type { Destination } from "~/models/feedback/attachments/attachment";
import { removeAttachment } from "~/models/feedback/attachments/remove-attachment.server";
import { editBoard } from "~/models/feedback/boards/edit-boards.server";
import { deleteComment } from "~/models/feedback/comments/delete-comment.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { changeBoard } from "~/models/feedback/posts/change-board.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { useApp } from "../../support/app";
import { ask } from "../../support/ask";
import { signedIn, Visitor } from "../../support/browser";
import { addBoard, cast, idea, post } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { png } from "../../support/file-samples";
import { attach, postAt } from "../../support/files";

// A hidden file is hidden on every way that leads to it, also for those who have had it before.

useDatabase();
useApp({ PAGE_CACHE_MB: 8 });

const personas = ["visitor", "member", "author", "moderator", "admin"] as const;
type Persona = (typeof personas)[number];

let people: Record<"ada" | "milo" | "ben" | "cleo", User>;
let browsers: Record<Persona, Visitor>;
let board: number;

beforeEach(async () => {
  people = await cast("ada", "milo", "ben", "cleo");
  board = await addBoard();
  browsers = {
    visitor: new Visitor(),
    member: await signedIn(people.cleo),
    author: await signedIn(people.ben),
    moderator: await signedIn(people.milo),
    admin: await signedIn(people.ada),
  };
});

const picture = async (viewer: User, to: Destination) => attach(viewer, to, "picture.png", await png(400, 300));

async function statuses(id: string, browser: Visitor, etag = ""): Promise<number[]> {
  const cookie = [...browser.cookies].map((pair) => pair.join("=")).join("; ");
  const get = async (path: string, headers = {}, method = "GET") =>
    (await ask(path, { method, headers: { ...(cookie && { Cookie: cookie }), ...headers } })).status;
  return [
    await get(`/files/${id}`),
    await get(`/files/${id}/320`),
    await get(`/files/${id}`, {}, "HEAD"),
    await get(`/files/${id}`, { Range: "bytes=0-9" }),
    await get(`/files/${id}`, { "If-None-Match": etag }),
    await get(`/files/${id}`, { Range: "bytes=0-9", "If-Range": etag }),
  ];
}

const open = [200, 200, 200, 206, 304, 206];
const shut = [404, 404, 404, 404, 404, 404];

/** Who still sees it after `hide`; before, everybody does. On some ways only: an error. */
async function whoSees(id: string, hide: () => Promise<unknown>): Promise<Persona[]> {
  const etag = String((await ask(`/files/${id}`)).headers.etag);
  for (const persona of personas) expect(await statuses(id, browsers[persona], etag), persona).toEqual(open);
  await hide();
  const still: Persona[] = [];
  for (const persona of personas) {
    const seen = await statuses(id, browsers[persona], etag);
    expect([open, shut], persona).toContainEqual(seen);
    if (seen[0] === 200) still.push(persona);
  }
  return still;
}

test("with a post that is deleted, or moved to a board of the team", async () => {
  const first = await post(people.ben, idea(board));
  const id = await picture(people.ben, await postAt(first));
  expect(await whoSees(id, () => deletePost(db, { viewer: people.milo, number: first, on: true }))).toEqual([
    "moderator",
    "admin",
  ]);
  const second = await post(people.ben, idea(board));
  const staff = await addBoard("staff", "staff");
  const moved = await picture(people.ben, await postAt(second));
  const move = () => changeBoard(db, { viewer: people.ada, number: second, boardId: staff });
  expect(await whoSees(moved, move)).toEqual(["moderator", "admin"]);
});

test("with a comment that is deleted, for everybody; and with the post under which it stands", async () => {
  const number = await post(people.ben, idea(board));
  const [one, other] = [uuid(), uuid()];
  for (const id of [one, other]) await submitComment(db, { viewer: people.ben, number, id, body: "See." });
  const gone = await picture(people.ben, { kind: "comment", id: one });
  expect(await whoSees(gone, () => deleteComment(db, { viewer: people.ben, id: one }))).toEqual([]);
  const under = await picture(people.ben, { kind: "comment", id: other });
  expect(await whoSees(under, () => deletePost(db, { viewer: people.milo, number, on: true }))).toEqual([
    "moderator",
    "admin",
  ]);
});

test("with the original that a post was merged into, its comments' files, too", async () => {
  const [original, duplicate] = [await post(people.cleo, idea(board)), await post(people.ben, idea(board))];
  const commentId = uuid();
  await submitComment(db, { viewer: people.ben, number: duplicate, id: commentId, body: "See." });
  const ofPost = await picture(people.ben, await postAt(duplicate));
  const ofComment = await picture(people.ben, { kind: "comment", id: commentId });
  await mergePosts(db, { viewer: people.ada, number: duplicate, into: original });
  const hide = () => deletePost(db, { viewer: people.milo, number: original, on: true });
  expect(await whoSees(ofPost, hide)).toEqual(["moderator", "admin"]);
  await deletePost(db, { viewer: people.milo, number: original, on: false });
  expect(await whoSees(ofComment, hide)).toEqual(["moderator", "admin"]);
});

test("with what is removed, for everybody", async () => {
  const id = await picture(people.ben, await postAt(await post(people.ben, idea(board))));
  expect(await whoSees(id, () => removeAttachment(db, { viewer: people.ben, id }))).toEqual([]);
});

test("on a shared board for guests of its domains only, and not when it is shared no more", async () => {
  await db.execute(sql`update users set email = 'ben@acme.example' where id = ${people.ben.id}`);
  await db.execute(sql`update users set email = 'cleo@other.example' where id = ${people.cleo.id}`);
  const id = await addBoard("partners", "staff");
  const share = (visibility: "chosen" | "staff") => {
    const guestDomains = visibility === "chosen" ? ["acme.example"] : undefined;
    const draft = { slug: "partners", name: "Partners", description: "", position: 0, visibility, guestDomains };
    return editBoard(db, { viewer: people.ada, id, draft });
  };
  await share("chosen");
  const file = await picture(people.ada, await postAt(await post(people.ada, idea(id))));
  const seeing = async () => {
    const found: Persona[] = [];
    for (const persona of personas) {
      const seen = (await statuses(file, browsers[persona])).filter((status) => status < 400);
      if (seen.length > 0) found.push(persona);
    }
    return found;
  };
  expect(await seeing()).toEqual(["author", "moderator", "admin"]);
  await share("staff");
  expect(await seeing()).toEqual(["moderator", "admin"]);
});

test("in a private portal visitors hear the same of every file, there or not", async () => {
  const id = await picture(people.ben, await postAt(await post(people.ben, idea(board))));
  const etag = String((await ask(`/files/${id}`)).headers.etag);
  await changeSettings(db, { viewer: people.ada, values: { isPrivate: true } });
  const said = async (path: string) => {
    const { status, headers, body } = await ask(path, { headers: { "If-None-Match": etag, Accept: "text/html" } });
    const { date: _, "server-timing": __, "x-request-id": ___, ...others } = headers;
    return { status, others, body: body.toString() };
  };
  const nowhere = await said(`/files/${uuid()}`);
  expect(nowhere.status).toBe(401);
  for (const path of [`/files/${id}`, `/files/${id}/320`, `/files/${id}/321`])
    expect(await said(path)).toEqual(nowhere);
  for (const path of [`/files/${id}`, `/files/${id}/320`, `/files/${uuid()}`]) {
    const opened = await browsers.visitor.get(path, { "Sec-Fetch-Dest": "document" });
    expect([opened.status, opened.location]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`]);
    expect(opened.headers.get("Cache-Control")).toBe("private, no-store");
    expect((await browsers.visitor.get(path, { "Sec-Fetch-Dest": "image" })).status).toBe(401);
  }
  expect(await statuses(id, browsers.member, etag)).toEqual(open);
  const shown = await browsers.member.get(`/files/${id}`);
  expect(shown.headers.get("Cache-Control")).toBe("private, no-cache, no-transform");
});

test("nobody finds somebody else's files among their own data", async () => {
  const id = await picture(people.ben, await postAt(await post(people.ben, idea(board))));
  const data = async (browser: Visitor) => (await browser.post("/me/data/export")).html;
  expect(await data(browsers.author)).toContain(id);
  expect(await data(browsers.member)).not.toContain(id);
  expect(await data(browsers.admin)).not.toContain(id);
});

test("a browser gets a file as a picture, and no page of ours as one", async () => {
  const id = await picture(people.ben, await postAt(await post(people.ben, idea(board))));
  const asPicture = async (path: string) => (await ask(path, { headers: { "Sec-Fetch-Dest": "image" } })).status;
  expect(await asPicture(`/files/${id}`)).toBe(200);
  expect(await asPicture(`/files/${id}/320`)).toBe(200);
  for (const path of [`/files/of/post/${id}`, "/", `/files/${id}/remove`]) expect(await asPicture(path)).toBe(403);
});
