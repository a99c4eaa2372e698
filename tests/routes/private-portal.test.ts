import { desc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { deliveries, votes } from "#db/schema";
import { endpoints } from "~/endpoints";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import type { User } from "~/models/core/users/viewer";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp({ PAGE_CACHE_MB: 8 });

const secret = "kwxsecret";
let people: Record<"ada" | "mona" | "ben", User>;

beforeEach(async () => {
  people = await cast("ada", "mona", "ben");
  await post(people.ben, idea(await addBoard(), { title: secret, body: secret }));
});

const set = (values: Parameters<typeof changeSettings>[1]["values"]) =>
  changeSettings(db, { viewer: people.ada, values });

const addresses = [
  "/",
  "/posts/1",
  `/posts/1/${secret}`,
  "/roadmap",
  "/roadmap/roadmap/embed",
  "/changelog",
  "/search?q=kwx",
];
const others = ["/nowhere", "/posts/99", "/me", "/staff", "/people?q=kw", "/preview", "/posts/1/history"];
const files = [
  "/feed.atom",
  "/feed.json",
  "/posts/1/feed.atom",
  "/changelog/feed.json",
  "/sitemap.xml",
  "/sitemap-1.xml",
];

test("visitors of a private portal are led to the page to sign in, from kept pages too, and come back", async () => {
  const visitor = new Visitor();
  for (const path of [...addresses, ...addresses]) await visitor.get(path);
  await set({ isPrivate: true });
  for (const path of [...addresses, ...others]) {
    const page = await visitor.get(path);
    expect([page.status, page.location], path).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`]);
    expect(page.html.replace(path.replaceAll("/", "%2F"), "")).not.toContain(secret);
  }
  const door = await visitor.get("/sign-in?next=%2Fposts%2F1");
  expect(door.status).toBe(200);
  expect(door.html).not.toMatch(/kwx|og:|feed\.atom|href="\/roadmap/);
  await set({ isPrivate: false });
  expect((await visitor.get("/")).html).toContain(secret);
});

test("nor do feeds, the map of the site or what our own script asks for say anything", async () => {
  await set({ isPrivate: true });
  const visitor = new Visitor();
  for (const path of files) {
    const answer = await visitor.get(path);
    expect([answer.status, answer.html.includes("kwx")], path).toEqual([401, false]);
  }
  expect((await visitor.get("/", { Accept: "application/json" })).status).toBe(401);
  expect((await visitor.post("/posts/1/vote", { vote: "on" })).status).toBe(401);
  expect((await visitor.get("/robots.txt")).html).toBe("User-agent: *\nDisallow: /\n");
});

test("no endpoint forgets to ask who comes", async () => {
  await set({ isPrivate: true });
  const open = [
    "/robots.txt",
    "/portal-:name([\\da-z]{1,8}).css",
    "/dev/outbox/:id/html",
    "/hooks/resend",
    "/hooks/freshdesk",
  ];
  const reading = endpoints.filter(({ method, path }) => method === "GET" && !open.includes(String(path)));
  expect(reading.length).toBeGreaterThan(10);
  const visitor = new Visitor();
  for (const { path } of reading) {
    const address = String(path)
      .replace(/^\/\^|\$\/$|\\(?=\/|\.)/g, "")
      .replace(/\(?\[\\da-f-\]\{36\}\)?/, "0199a0b0-0000-7000-8000-000000000001")
      .replace("(/\\d{1,5})?", "/320")
      .replace(/:(?:number|file)\([^)]*\)/g, "1")
      .replace(/:slug/, "roadmap");
    expect([401, 303], `${path} as ${address}`).toContain((await visitor.get(address)).status);
  }
});

test("whoever has an account sees what they saw", async () => {
  await set({ isPrivate: true });
  const bens = await signedIn(people.ben);
  expect((await bens.get("/")).html).toContain(secret);
  expect((await bens.get("/feed.atom")).html).toContain(secret);
  expect((await bens.get("/nowhere")).status).toBe(404);
});

async function signInAs(email: string) {
  const visitor = new Visitor();
  await visitor.post("/sign-in", { email });
  await runJobs();
  const [mail] = await db
    .select({ text: deliveries.text })
    .from(deliveries)
    .where(eq(deliveries.to, email))
    .orderBy(desc(deliveries.id));
  const code = /\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? "";
  return visitor.post("/sign-in/code", { email, code });
}

test("whoever is not taken has no account made, and reads why once they have proved their address", async () => {
  await set({ signUp: "domains", domains: ["acme.example"] });
  expect(words(await new Visitor().get("/sign-in"))).toContain("addresses at acme.example");
  const refused = await signInAs("eve@other.example");
  expect(refused.status).toBe(422);
  expect(words(refused)).toContain("there is no account for this address");
  expect((await signInAs("amy@acme.example")).status).toBe(303);
  await set({ signUp: "invited" });
  expect((await signInAs("bob@acme.example")).status).toBe(422);
  expect((await signInAs("amy@acme.example")).status).toBe(303);
});

test("a vote that waits for its visitor to sign in is not cast by somebody who may not vote", async () => {
  await set({ whoVotes: "team" });
  const visitor = new Visitor();
  await visitor.post("/posts/1/vote", { vote: "on" });
  await visitor.post("/sign-in", { email: "ben@example.com" });
  await runJobs();
  const [mail] = await db
    .select({ text: deliveries.text })
    .from(deliveries)
    .where(eq(deliveries.to, "ben@example.com"));
  await db.delete(votes);
  const code = /\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? "";
  expect((await visitor.post("/sign-in/code", { email: "ben@example.com", code })).status).toBe(303);
  expect(await db.$count(votes)).toBe(0);
});

test("whoever may not take part is told so; the team always may", async () => {
  await set({ whoPosts: "team", whoVotes: "domains", whoComments: "domains", domains: ["acme.example"] });
  const [bens, monas] = [await signedIn(people.ben), await signedIn(people.mona)];
  const vote = await bens.post("/posts/1/vote", { vote: "off" });
  expect(vote.status).toBe(303);
  const again = await bens.post("/posts/1/vote", { vote: "on" });
  expect(again.status).toBe(303);
  expect((await bens.get("/posts/1/kwxsecret")).document.body.textContent).toContain("can vote here");
  await monas.post("/posts/1/vote", { vote: "on" });
  const voters = await db.select({ id: votes.userId }).from(votes);
  expect(voters.map(({ id }) => id)).toEqual([people.mona.id]);
  expect((await bens.get("/posts/1/kwxsecret")).document.querySelector("form[action$='/comments']")).toBeNull();
  const said = submitComment(db, {
    viewer: { ...people.ben, barred: ["comment"] },
    number: 1,
    id: "0199a0b0-0000-7000-8000-000000000008",
    body: "Well.",
  });
  await expect(said).rejects.toMatchObject({ code: "commentingLimited" });
  const posted = await bens.post("/posts/new", {
    id: "0199a0b0-0000-7000-8000-000000000009",
    kind: "idea",
    boardId: 1,
    title: "Another one",
    body: "Text.",
  });
  expect([posted.status, words(posted)]).toEqual([422, expect.stringContaining("can post here")]);
});
