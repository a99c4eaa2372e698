import { beforeEach, expect, test } from "vitest";
import { invite } from "~/models/admin/invitations/invite.server";
import type { User } from "~/models/core/users/viewer";
import { editBoard } from "~/models/feedback/boards/edit-boards.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

const secret = "kwxsecret";
const board = { slug: "partners", name: "Partners", description: "", position: 0 };
let people: Record<"ada" | "mona" | "ben" | "cleo", User>;
let partners: number;

const share = (...guestDomains: string[]) =>
  editBoard(db, { viewer: people.ada, id: partners, draft: { ...board, visibility: "chosen", guestDomains } });

beforeEach(async () => {
  people = await cast("ada", "mona", "ben", "cleo");
  await db.execute(`update users set email = 'ben@acme.example' where id = '${people.ben.id}'`);
  partners = await addBoard("partners", "staff");
  await share("acme.example");
  await post(people.mona, idea(partners, { title: secret, body: "Said among us." }));
});

const ways = ["/", "/posts/1", `/search?q=${secret}`, "/?board=partners"];
const seen = async (person: Visitor) => {
  const found: string[] = [];
  for (const path of ways) {
    const page = await person.get(path);
    const there = page.location ? await person.get(page.location) : page;
    if (/href="\/posts\/1[/"]|Partners/.test(there.html)) found.push(path);
  }
  return found;
};

test("people of its domains see a shared board on every way, and nobody else does", async () => {
  expect(await seen(await signedIn(people.ben))).toEqual(ways);
  expect(await seen(await signedIn(people.mona))).toEqual(ways);
  expect(await seen(await signedIn(people.cleo))).toEqual([]);
  expect(await seen(new Visitor())).toEqual([]);
});

test("when it is shared no more, it is gone for them at once", async () => {
  const bens = await signedIn(people.ben);
  expect(await seen(bens)).toEqual(ways);
  await editBoard(db, { viewer: people.ada, id: partners, draft: { ...board, visibility: "staff" } });
  expect(await seen(bens)).toEqual([]);
});

test("whoever is invited to it becomes a guest", async () => {
  const draft = { addresses: [], role: "member", people: 1, days: 1, board: partners } as const;
  await invite(db, { viewer: people.ada, draft: { ...draft, addresses: [] } });
  const page = await (await signedIn(people.ada)).get("/staff/invitations");
  const link = page.document.querySelector("page-link a")?.getAttribute("href") ?? "";
  const cleos = await signedIn(people.cleo);
  await cleos.post(new URL(link).pathname);
  expect(await seen(cleos)).toEqual(ways);
  expect((await cleos.get("/posts/1/kwxsecret")).status).toBe(200);
});

test("guests post, comment and are told; who follows and is no guest any more is not", async () => {
  const bens = await signedIn(people.ben);
  await followPost(db, { viewer: { ...people.ben, guestOf: [partners] }, number: 1, level: "everything" });
  const comment = async (body: string, id: string) => {
    await submitComment(db, { viewer: people.mona, number: 1, id, body });
    await runJobs();
  };
  await comment("First.", "0199a0b0-0000-7000-8000-000000000001");
  expect(words(await bens.get("/me/notifications"))).toContain(secret);
  await share();
  await comment("Second.", "0199a0b0-0000-7000-8000-000000000002");
  expect(words(await bens.get("/me/notifications"))).not.toContain(secret);
});

test("a post of a shared board is merged with none of another, and what guests may not see finds nothing for them", async () => {
  const inner = await addBoard("inner", "staff");
  await post(people.mona, idea(inner, { title: "Inner matter", body: "zzqhidden" }));
  const merge = mergePosts(db, { viewer: people.mona, number: 2, into: 1 });
  await expect(merge).rejects.toMatchObject({ code: "mergeAcrossBoards" });
});

test("what a board says of duplicates is written anew when it is shared", async () => {
  const inner = await addBoard("inner", "staff");
  await editBoard(db, { viewer: people.ada, id: partners, draft: { ...board, visibility: "staff" } });
  await post(people.mona, idea(inner, { title: "Inner matter", body: "zzqhidden" }));
  await mergePosts(db, { viewer: people.mona, number: 2, into: 1 });
  await share("acme.example");
  await runJobs();
  const bens = await signedIn(people.ben);
  expect((await bens.get("/search?q=zzqhidden")).html).not.toContain(">kwxsecret");
  expect((await bens.get("/posts/1/kwxsecret")).html).not.toContain("Inner matter");
  expect((await (await signedIn(people.mona)).get("/posts/1/kwxsecret")).html).toContain("Inner matter");
});
