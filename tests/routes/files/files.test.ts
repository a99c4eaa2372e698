import { request } from "node:http";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { v4 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { attachments, comments, posts } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { addNote } from "~/models/feedback/notes/add-note.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { origin, useApp } from "../../support/app";
import { signedIn, Visitor } from "../../support/browser";
import { addBoard, cast, idea, post } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { fileOf, photo, pixelBomb, png, polyglot, svg, zipBomb } from "../../support/file-samples";
import { sendFile, storedFiles } from "../../support/files";
import { runJobs } from "../../support/jobs";

useDatabase();
useApp({ RATE_LIMITS: "off" });

let people: Record<"ada" | "mona" | "milo" | "ben" | "cleo", User>;
let ben: Visitor;
let board: number;

beforeEach(async () => {
  people = await cast("ada", "mona", "milo", "ben", "cleo");
  ben = await signedIn(people.ben);
  board = await addBoard();
});

async function newPost(viewer = people.ben, boardId = board) {
  const number = await post(viewer, idea(boardId));
  const [row] = await db.select({ id: posts.id }).from(posts).where(eq(posts.number, number));
  return { number, id: row?.id ?? "" };
}

const send = (visitor: Visitor, to: string, file: File, upload = uuid()) =>
  visitor.upload(`/files?to=${to}&upload=${upload}`, { file });

const rows = () => db.select().from(attachments).orderBy(attachments.position);

async function bytesOf(path: string, visitor: Visitor, headers: Record<string, string> = {}) {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const response = await fetch(new URL(path, origin()), { headers: { Cookie: cookie, ...headers } });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

test("a form without JavaScript attaches a picture, which is made anew: upright, in sizes, and with nothing hidden in it", async () => {
  const { id, number } = await newPost();
  const page = await ben.get(`/files/of/post/${id}`);
  const action = page.document.querySelector("form[enctype]")?.getAttribute("action") ?? "";
  const sent = await ben.upload(action, { file: fileOf(await photo(), "trip.jpg") });
  expect(sent.location).toBe(`/files/of/post/${id}`);
  const [row] = await rows();
  expect(row).toMatchObject({ postId: id, width: 600, height: 1000, widths: [320], mediaType: "image/jpeg" });
  const { response, bytes } = await bytesOf(`/files/${row?.id}`, new Visitor());
  expect(response.headers.get("Content-Type")).toBe("image/webp");
  expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(response.headers.get("Content-Security-Policy")).toBe(
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox",
  );
  expect(bytes.includes("kwxsecretplace")).toBe(false);
  const made = await sharp(bytes).metadata();
  expect(made).toMatchObject({ format: "webp", width: 600, height: 1000 });
  expect([made.exif, made.xmp, made.icc]).toEqual([undefined, undefined, undefined]);
  const small = await bytesOf(`/files/${row?.id}/320`, new Visitor());
  expect((await sharp(small.bytes).metadata()).width).toBe(320);
  const shown = await new Visitor().get((await new Visitor().get(`/posts/${number}`)).location ?? "");
  const image = shown.document.querySelector("article img");
  expect(image?.getAttribute("srcset")).toBe(`/files/${row?.id}/320 320w, /files/${row?.id} 600w`);
  expect([image?.getAttribute("width"), image?.getAttribute("height")]).toEqual(["600", "1000"]);
});

test("everything else is only downloaded, by its content's type, under its name, in parts where asked for", async () => {
  const { id } = await newPost();
  for (const [file, type] of [
    [fileOf(svg, "harmless.png", "image/png"), "application/xml"],
    [fileOf("<html><script>alert(1)</script>", "page.html", "text/html"), "application/octet-stream"],
    [fileOf(zipBomb(), "bomb.zip"), "application/zip"],
  ] as const) {
    await send(ben, `post:${id}`, file);
    const row = (await rows()).at(-1);
    const { response } = await bytesOf(`/files/${row?.id}`, new Visitor());
    expect(response.headers.get("Content-Type")).toBe(type);
    expect(response.headers.get("Content-Disposition")).toContain(`attachment; filename="${file.name}"`);
    expect(response.headers.get("Content-Security-Policy")).toContain("sandbox");
  }
  await send(ben, `post:${id}`, fileOf("0123456789", "digits.txt"));
  const path = `/files/${(await rows()).at(-1)?.id}`;
  const part = await bytesOf(path, ben, { Range: "bytes=2-4" });
  expect([part.response.status, part.bytes.toString()]).toEqual([206, "234"]);
  expect(part.response.headers.get("Content-Range")).toBe("bytes 2-4/10");
  expect((await bytesOf(path, ben, { Range: "bytes=20-" })).response.status).toBe(416);
  expect((await bytesOf(path, ben, { Range: "bytes=0-1", "If-Range": '"other"' })).bytes.toString()).toBe("0123456789");
  const etag = part.response.headers.get("ETag") ?? "";
  const again = request(new URL(path, origin()), { headers: { "If-None-Match": etag } });
  const status = await new Promise((resolve) => again.on("response", (one) => resolve(one.statusCode)).end());
  expect(status).toBe(304);
});

test("what is no more than a picture of itself stays out, and what hides in one is gone", async () => {
  const { id } = await newPost();
  const to = `post:${id}`;
  await send(ben, to, fileOf(await polyglot(), "both.png"));
  const { bytes } = await bytesOf(`/files/${(await rows())[0]?.id}`, ben);
  expect(bytes.includes("kwxpolyglot")).toBe(false);
  const before = storedFiles().length;
  const whole = await png();
  for (const [content, sentence] of [
    [await pixelBomb(), "pixels"],
    [whole.subarray(0, whole.length / 2), "cannot be read"],
    ["", "choose a file"],
  ] as const) {
    const { status, error } = await sendFile(ben, to, fileOf(content, "x.png"));
    expect([status, error]).toEqual([422, expect.stringContaining(sentence)]);
  }
  expect(storedFiles()).toHaveLength(before);
  expect(await rows()).toHaveLength(1);
});

test("names are shown without their tricks", async () => {
  const { id } = await newPost();
  const names = {
    "../../etc/passwd": "passwd",
    "C:\\windows\\cmd.exe": "cmd.exe",
    "..": "file",
    "invoice\u202Efdp.exe": "invoicefdp.exe",
    // As browsers send it.
    'a;b "c".txt': "a;b %22c%22.txt",
    "Übersicht – 日本.pdf": "Übersicht – 日本.pdf",
  };
  for (const [name, shown] of Object.entries(names)) {
    await send(ben, `post:${id}`, fileOf("x", name));
    const row = (await rows()).at(-1);
    expect(row?.name).toBe(shown);
    const { response } = await bytesOf(`/files/${row?.id}`, ben);
    const [, encoded = ""] = /filename\*=UTF-8''(\S+)/.exec(response.headers.get("Content-Disposition") ?? "") ?? [];
    expect(decodeURIComponent(encoded)).toBe(shown);
  }
});

test("a file sent twice, also at once, is there once", async () => {
  const { id } = await newPost();
  const upload = uuid();
  const before = storedFiles().length;
  const file = () => fileOf("the same", "same.txt");
  await Promise.all([send(ben, `post:${id}`, file(), upload), send(ben, `post:${id}`, file(), upload)]);
  await send(ben, `post:${id}`, file(), upload);
  const [row, ...others] = await rows();
  expect([row?.id, others]).toEqual([upload, []]);
  expect(storedFiles()).toHaveLength(before + 1);
  const { bytes } = await bytesOf(`/files/${upload}`, ben);
  expect(bytes.toString()).toBe("the same");
});

test("a file that breaks off leaves nothing", async () => {
  const { id } = await newPost();
  const before = storedFiles().length;
  const cookie = [...ben.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const half = `--X\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n${"x".repeat(100_000)}`;
  const headers = { Cookie: cookie, Origin: origin(), "Content-Type": "multipart/form-data; boundary=X" };
  const path = new URL(`/files?to=post:${id}&upload=${uuid()}`, origin());
  await new Promise<void>((resolve) => {
    const cut = request(path, { method: "POST", headers: { ...headers, "Content-Length": 1_000_000 } });
    cut.on("error", () => resolve());
    cut.write(half, () => setTimeout(() => cut.destroy(), 200));
  });
  const send = async (body: string) =>
    (await fetch(path, { method: "POST", headers, body, redirect: "manual" })).status;
  expect(await send(half)).toBe(303);
  expect(await rows()).toEqual([]);
  expect(storedFiles()).toHaveLength(before);
  // Behind another file, which is whole and still being taken.
  expect(await send(`${half}\r\n${half.replace("a.bin", "b.bin")}`)).toBe(303);
  expect((await rows()).map(({ name }) => name)).toEqual(["a.bin"]);
  expect(storedFiles()).toHaveLength(before + 1);
});

test("more or larger files than the settings allow are refused in words", async () => {
  const ada = await signedIn(people.ada);
  await ada.post("/staff/settings/files", { filesPerText: 2, megabytesPerFile: 1 });
  const { id } = await newPost();
  const problem = async (file: File) => {
    const sent = await send(ben, `post:${id}`, file);
    return (await ben.get(sent.location ?? "")).html;
  };
  await expect.poll(async () => problem(fileOf(Buffer.alloc(1_100_000), "large.bin"))).toContain("1 MB at most");
  await send(ben, `post:${id}`, fileOf("1", "1.txt"));
  await send(ben, `post:${id}`, fileOf("2", "2.txt"));
  expect(await problem(fileOf("3", "3.txt"))).toContain("2 files at most");
  expect(await rows()).toHaveLength(2);
});

test("a file of a text that is being written belongs to it once it is sent, and to nobody else before", async () => {
  const { number, id } = await newPost();
  const draft = uuid();
  await send(ben, `draft:${draft}`, fileOf("draft", "draft.txt"));
  const [row] = await rows();
  expect((await bytesOf(`/files/${row?.id}`, ben)).response.status).toBe(200);
  for (const other of [new Visitor(), await signedIn(people.cleo), await signedIn(people.ada)]) {
    expect((await bytesOf(`/files/${row?.id}`, other)).response.status).toBe(404);
  }
  await ben.post(`/posts/${number}/comments`, { id: draft, body: "See the file." });
  const [comment] = await db.select().from(comments).where(eq(comments.postId, id));
  expect((await rows())[0]).toMatchObject({ commentId: comment?.id, draftId: null });
  expect((await bytesOf(`/files/${row?.id}`, new Visitor())).response.status).toBe(200);
  // Whoever sends the file is slower than the text.
  await send(ben, `draft:${draft}`, fileOf("late", "late.txt"));
  expect((await rows()).at(-1)).toMatchObject({ commentId: comment?.id });
});

test("files are seen by whoever sees what they belong to, at once when that changes", async () => {
  const visitor = new Visitor();
  const { id, number } = await newPost();
  await send(ben, `post:${id}`, fileOf("open", "open.txt"));
  const path = `/files/${(await rows())[0]?.id}`;
  const first = await bytesOf(path, visitor);
  expect([first.response.status, first.response.headers.get("Cache-Control")]).toEqual([
    200,
    "public, no-cache, no-transform",
  ]);
  await deletePost(db, { viewer: people.milo, number, on: true });
  expect((await bytesOf(path, visitor)).response.status).toBe(404);
  const staff = await bytesOf(path, await signedIn(people.milo));
  expect([staff.response.status, staff.response.headers.get("Cache-Control")]).toEqual([
    200,
    "private, no-cache, no-transform",
  ]);
  const other = await newPost();
  const noteId = uuid();
  await addNote(db, { viewer: people.mona, number: other.number, id: noteId, body: "Among us." });
  await send(await signedIn(people.mona), `note:${noteId}`, fileOf("note", "note.txt"));
  const note = `/files/${(await rows()).find((row) => row.noteId)?.id}`;
  expect((await bytesOf(note, ben)).response.status).toBe(404);
  expect((await bytesOf(note, await signedIn(people.milo))).response.status).toBe(404);
  expect((await bytesOf(note, await signedIn(people.ada))).response.status).toBe(200);
});

test("only who may change a text adds to it, describes, orders and removes; what is removed is gone, and told of", async () => {
  const { id, number } = await newPost();
  const cleo = await signedIn(people.cleo);
  await send(cleo, `post:${id}`, fileOf("x", "x.txt"));
  expect(await rows()).toEqual([]);
  expect((await new Visitor().upload(`/files?to=post:${id}&upload=${uuid()}`, {})).location).toContain("/sign-in");
  for (const name of ["one.txt", "two.txt"]) await send(ben, `post:${id}`, fileOf(name, name));
  const [one, two] = await rows();
  await cleo.post(`/files/${two?.id}/remove`);
  await cleo.post(`/files/${two?.id}/alt`, { alt: "mine" });
  await ben.post(`/files/${two?.id}/earlier`);
  await ben.post(`/files/${two?.id}/alt`, { alt: "The second" });
  expect((await rows()).map((row) => [row.name, row.alt])).toEqual([
    ["two.txt", "The second"],
    ["one.txt", ""],
  ]);
  const before = storedFiles().length;
  await (await signedIn(people.milo)).post(`/files/${one?.id}/remove`);
  expect((await bytesOf(`/files/${one?.id}`, ben)).response.status).toBe(404);
  await runJobs();
  expect(storedFiles()).toHaveLength(before - 1);
  const page = await ben.get((await ben.get(`/posts/${number}`)).location ?? "");
  expect(page.html).toContain("Milo removed a file");
});
