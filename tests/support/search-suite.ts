import { expect, test } from "vitest";
import { boards } from "#db/schema";
import { Query } from "~/models/core/text/query";
import type { User, Viewer } from "~/models/core/users/viewer";
import { editBoard } from "~/models/feedback/boards/edit-boards.server";
import { deleteComment } from "~/models/feedback/comments/delete-comment.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { editPost } from "~/models/feedback/posts/edit-post.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { tagPost } from "~/models/feedback/posts/tag-post.server";
import { unmergePost } from "~/models/feedback/posts/unmerge-post.server";
import { readQuestion } from "~/models/feedback/search/question";
import type { SearchResults, Segment } from "~/models/feedback/search/results";
import { removeSynonyms, saveSynonyms } from "~/models/feedback/synonyms/edit-synonyms.server";
import { addBoard, addTag, bug, cast, idea, post } from "./cast";
import { db } from "./database";

interface Engine {
  search(viewer: Viewer, question: ReturnType<typeof readQuestion>): Promise<SearchResults>;
  /** Resolves when what was written can be found. */
  settle(): Promise<void>;
}

/** What people may expect of search, whatever engine stands behind it. */
export function expectSearch(engine: Engine): void {
  const ask = async (
    q: string,
    filters: Record<string, string> = {},
    viewer: Viewer = null,
  ): Promise<SearchResults> => {
    await engine.settle();
    return engine.search(viewer, readQuestion(new Query({ q, ...filters })));
  };
  const find = async (q: string, filters: Record<string, string> = {}, viewer: Viewer = null): Promise<number[]> =>
    (await ask(q, filters, viewer)).hits.map((hit) => hit.post.number);
  const ideas = async (author: User, ...titles: string[]): Promise<number> => {
    const board = await addBoard();
    for (const title of titles) await post(author, idea(board, { title, body: "Text." }));
    return board;
  };

  test("words are found in any order and case, in title, body and bug fields", async () => {
    const { ben } = await cast("ben");
    const board = await addBoard();
    await post(ben, idea(board, { title: "Export invoices as PDF", body: "For our accountants." }));
    await post(ben, bug(board, { title: "It closes itself", steps: "Open the calendar", version: "1.0" }));
    expect(await find("PDF EXPORT")).toEqual([1]);
    expect(await find("accountants")).toEqual([1]);
    expect(await find("calendar")).toEqual([2]);
    expect(await find("penguins")).toEqual([]);
    expect(await find("")).toEqual([]);
  });

  test("typos are forgiven", async () => {
    const { ben } = await cast("ben");
    await ideas(ben, "Notifications arrive twice", "A keyboard shortcut for the menu", "Something else");
    expect(await find("notifcations")).toEqual([1]);
    expect(await find("keybord shortcut")).toEqual([2]);
    expect(await find("shrotcut")).toEqual([2]);
  });

  test("the last word may be unfinished, the others not", async () => {
    const { ben } = await cast("ben");
    await ideas(ben, "Notifications arrive twice", "Keyboard shortcuts");
    expect(await find("twice notif")).toEqual([1]);
    expect(await find("notifi")).toEqual([1]);
  });

  test("other words for the same are as good, once the team has said so", async () => {
    const { ben, gus } = await cast("ben", "gus");
    await ideas(ben, "A dark theme at last", "Something else");
    expect(await find("night mode")).toEqual([]);
    const draft = { language: "en" as const, words: ["night mode", "dark theme"] };
    const { id } = await saveSynonyms(db, { viewer: gus, draft });
    expect(await find("night mode")).toEqual([1]);
    await removeSynonyms(db, { viewer: gus, id });
    expect(await find("night mode")).toEqual([]);
  });

  test("accents and case make no difference", async () => {
    const { ben } = await cast("ben");
    await ideas(ben, "Résumé à télécharger", "Größe der Schrift ändern");
    expect(await find("resume telecharger")).toEqual([1]);
    expect(await find("GROSSE SCHRIFT")).toEqual([2]);
  });

  test("the title counts for more than the body, and that for more than comments", async () => {
    const { ben } = await cast("ben");
    const board = await addBoard();
    await post(ben, idea(board, { title: "First idea", body: "Nothing special." }));
    await submitComment(db, { viewer: ben, number: 1, id: uuidOf(1), body: "Webhooks would help." });
    await post(ben, idea(board, { title: "Second idea", body: "I would like webhooks." }));
    await post(ben, idea(board, { title: "Webhooks for moves", body: "Please." }));
    expect(await find("webhooks")).toEqual([3, 2, 1]);
  });

  test("a quoted phrase is found as it stands", async () => {
    const { ben } = await cast("ben");
    await ideas(ben, "Dark mode for the editor", "A mode that is dark");
    expect((await find("dark mode")).sort()).toEqual([1, 2]);
    expect(await find('"dark mode"')).toEqual([1]);
    expect(await find('"mode dark"')).toEqual([]);
  });

  test("words are left out from the end rather than finding nothing, and the answer says so", async () => {
    const { ben } = await cast("ben");
    await ideas(ben, "Export invoices as PDF", "Import contacts");
    const { hits, understood } = await ask("export invoices penguins");
    expect(hits.map((hit) => hit.post.number)).toEqual([1]);
    expect(understood.dropped).toEqual(["penguins"]);
    expect((await ask("invoices contacts")).understood.dropped).toEqual(["contacts"]);
  });

  test("hyphens, code and error messages are found as people type them", async () => {
    const { ben } = await cast("ben");
    await ideas(ben, "Login fails with ERR_SSL", "Crash in v2.3", "foo.bar() throws", "Drag-and-drop for files");
    expect(await find("ERR_SSL")).toEqual([1]);
    expect(await find("v2.3")).toEqual([2]);
    expect(await find("foo.bar()")).toEqual([3]);
    expect(await find("drag and drop")).toEqual([4]);
    expect(await find("drag-and-drop")).toEqual([4]);
  });

  test("scripts without spaces, and Arabic with and without its signs", async () => {
    const { ben } = await cast("ben");
    await ideas(ben, "支持深色模式", "إضافة الوضع الداكن لَيْلًا", "Anything");
    expect(await find("深色")).toEqual([1]);
    expect(await find("اضافة الداكن")).toEqual([2]);
    expect(await find("ليلا")).toEqual([2]);
  });

  test("filters narrow: board, kind, status, tag", async () => {
    const { ben, mona } = await cast("ben", "mona");
    const [app, web, design] = [await addBoard("app"), await addBoard("web"), await addTag("design")];
    await post(ben, idea(app, { title: "Colours in the app", tagIds: [design] }));
    await post(ben, bug(web, { title: "Colours are wrong" }));
    await post(ben, idea(web, { title: "Colours in print" }));
    await movePost(db, { viewer: mona, number: 3, from: "open", move: { to: "planned", answer: "" } });
    expect((await find("colours")).sort()).toEqual([1, 2, 3]);
    expect(await find("colours", { board: "app" })).toEqual([1]);
    expect(await find("colours", { kind: "bug" })).toEqual([2]);
    expect(await find("colours", { status: "planned" })).toEqual([3]);
    expect((await find("colours", { status: "open" })).sort()).toEqual([1, 2]);
    expect(await find("colours", { tag: "design" })).toEqual([1]);
    expect(await find("colours", { tag: "nowhere" })).toEqual([]);
  });

  test("tags are found by their names", async () => {
    const { ben, mona } = await cast("ben", "mona");
    const [board, tag] = [await addBoard(), await addTag("accessibility")];
    await post(ben, idea(board, { title: "Bigger buttons" }));
    await post(ben, idea(board, { title: "Smaller buttons" }));
    await tagPost(db, { viewer: mona, number: 1, tagIds: [tag] });
    expect(await find("accessibility")).toEqual([1]);
    expect(await find("buttons accessibility")).toEqual([1]);
  });

  test("comments are found, and no longer when they are deleted", async () => {
    const { ben } = await cast("ben");
    await ideas(ben, "Something general");
    await submitComment(db, { viewer: ben, number: 1, id: uuidOf(1), body: "Think of kangaroos." });
    const { hits } = await ask("kangaroos");
    expect(hits.map((hit) => [hit.post.number, hit.snippet.from, marked(hit.snippet.segments)])).toEqual([
      [1, "comment", ["kangaroos"]],
    ]);
    await deleteComment(db, { viewer: ben, id: uuidOf(1) });
    expect(await find("kangaroos")).toEqual([]);
  });

  test("what a post says now is found, and what it said before is not", async () => {
    const { ben } = await cast("ben");
    await ideas(ben, "About giraffes");
    expect(await find("giraffes")).toEqual([1]);
    await editPost(db, {
      viewer: ben,
      number: 1,
      edit: { kind: "idea", title: "About zebras", body: "Text." } as never,
    });
    expect(await find("zebras")).toEqual([1]);
    expect(await find("giraffes")).toEqual([]);
  });

  test("deleted posts are found by nobody, not even the team, and restored ones again", async () => {
    const { ben, mona } = await cast("ben", "mona");
    await ideas(ben, "Elephants");
    await deletePost(db, { viewer: mona, number: 1, on: true });
    expect(await find("elephants", {}, mona)).toEqual([]);
    await deletePost(db, { viewer: mona, number: 1, on: false });
    expect(await find("elephants")).toEqual([1]);
  });

  test("a merged post leads to its original, by its own words, until it is set free", async () => {
    const { ben, mona } = await cast("ben", "mona");
    await ideas(ben, "Night colours", "Dark theme please");
    await mergePosts(db, { viewer: mona, number: 2, into: 1 });
    const { hits } = await ask("dark theme");
    expect(hits.map((hit) => [hit.post.number, hit.snippet.from])).toEqual([[1, "duplicate"]]);
    await unmergePost(db, { viewer: mona, number: 2 });
    expect(await find("dark theme")).toEqual([2]);
  });

  test("people find what they may see, and nothing else", async () => {
    const { ben, ada, mona } = await cast("ben", "ada", "mona");
    const [open, members, staff] = [
      await addBoard("open"),
      await addBoard("members", "members"),
      await addBoard("staff", "staff"),
    ];
    for (const board of [open, members, staff]) await post(mona, idea(board, { title: "Penguins" }));
    expect(await find("penguins")).toEqual([1]);
    expect((await find("penguins", {}, ben)).sort()).toEqual([1, 2]);
    expect((await find("penguins", {}, mona)).sort()).toEqual([1, 2, 3]);
    expect(await find("penguins", { board: "staff" }, ben)).toEqual([]);
    const [board] = await db.select().from(boards);
    const draft = { slug: "open", name: "open", description: "", position: 0, visibility: "staff" as const };
    await editBoard(db, { viewer: ada, id: board?.id ?? 0, draft });
    expect(await find("penguins")).toEqual([]);
  });

  test("the words of a hidden duplicate lead nobody to a public original", async () => {
    const { mona, ada } = await cast("mona", "ada");
    const [open, other] = [await addBoard("open"), await addBoard("other")];
    await post(mona, idea(open, { title: "Faster exports" }));
    await post(mona, idea(other, { title: "Contoso wants walruses" }));
    await mergePosts(db, { viewer: mona, number: 2, into: 1 });
    expect(await find("walruses")).toEqual([1]);
    const draft = { slug: "other", name: "other", description: "", position: 0, visibility: "staff" as const };
    await editBoard(db, { viewer: ada, id: other, draft });
    expect(await find("walruses")).toEqual([]);
  });

  test("hits stand out in title and text, as pieces and never as markup", async () => {
    const { ben } = await cast("ben");
    const board = await addBoard();
    const body = `${"Long before it comes to the point. ".repeat(20)}Use <b>the</b> \`webhook\` & <script>alert(1)</script>`;
    await post(ben, idea(board, { title: "A <em>webhook</em> & more", body }));
    const [hit] = (await ask("webhook")).hits;
    expect(hit?.title.map(({ text }) => text).join("")).toBe("A <em>webhook</em> & more");
    expect(marked(hit?.title ?? [])).toEqual(["webhook"]);
    expect(marked(hit?.snippet.segments ?? [])).toContain("webhook");
    expect(hit?.snippet.segments.map(({ text }) => text).join("").length).toBeLessThan(300);
  });

  test("more than a page comes page by page, each post once", async () => {
    const { ben } = await cast("ben");
    await ideas(ben, ...Array.from({ length: 23 }, (_, i) => `Penguins ${i + 1}`));
    const first = await ask("penguins");
    expect([first.hits.length, first.next]).toEqual([20, 2]);
    const second = await ask("penguins", { page: "2" });
    expect([second.hits.length, second.next]).toEqual([3, undefined]);
    const numbers = [...first.hits, ...second.hits].map((hit) => hit.post.number);
    expect(new Set(numbers).size).toBe(23);
  });

  test("nonsense finds nothing and breaks nothing", async () => {
    const { ben } = await cast("ben");
    await ideas(ben, "Penguins");
    for (const q of ["'", "\\", "&|!():*<->", '"', '""', "\u0000", "💩", "%", "_", "x".repeat(500), "a ".repeat(200)]) {
      expect((await ask(q)).hits, q).toEqual([]);
    }
    expect(await find("penguins'); drop table posts; --")).toEqual([1]);
  });
}

const marked = (segments: Segment[]): string[] => segments.filter(({ isHit }) => isHit).map(({ text }) => text);

const uuidOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
