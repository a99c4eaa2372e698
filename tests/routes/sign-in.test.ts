import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { deliveries, posts, sessions, users, votes } from "#db/schema";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { logged, origin, useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

async function mailed() {
  await runJobs();
  const signIns = await db.select().from(deliveries).where(eq(deliveries.kind, "sign-in"));
  const [mail] = signIns.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const code = /\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? "";
  const link = /http\S+\/sign-in\/link\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
  return { mail, code, link: link.replace(origin(), "") };
}

async function signIn(visitor: Visitor, email: string, next = "/") {
  await visitor.submit("/sign-in", { email, next });
  const { code } = await mailed();
  return visitor.submit("/sign-in/code", { email, code, next });
}

test("the first sign-in asks for a name and then leads where one wanted to go", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const visitor = new Visitor();
  const form = await visitor.submit("/sign-in", { email: " New@Example.com ", next: "/posts/1" });
  expect(words(form)).toContain("If new@example.com can get mail, a code is on its way.");
  const { code, mail } = await mailed();
  expect(mail).toMatchObject({ to: "new@example.com", subject: `${code} is your code for Groundswell` });
  const naming = await visitor.submit("/sign-in/code", { email: "new@example.com", code, next: "/posts/1" });
  expect(naming.document.querySelector("h1")?.textContent).toBe("What shall we call you?");
  const there = await visitor.submit("/sign-in/name", { name: "Newton", next: "/posts/1" });
  expect(there.document.querySelector("h1")?.textContent).toBe("Dark mode at night");
  expect(there.document.querySelector("toast-region")?.textContent).toContain("Welcome, Newton.");
});

test("somebody without a name yet can do nothing before choosing one", async () => {
  const visitor = new Visitor();
  await signIn(visitor, "new@example.com");
  expect((await visitor.get("/posts/new")).location).toBe("/sign-in/name?next=%2Fposts%2Fnew");
  expect((await visitor.get("/me")).location).toBe("/sign-in/name?next=%2Fme");
});

test("a code is typed with spaces, too; where nobody asked, its page wants the address", async () => {
  await cast("ben");
  const [asking, other] = [new Visitor(), new Visitor()];
  await asking.submit("/sign-in", { email: "ben@example.com" });
  const form = await other.get("/sign-in/code");
  expect(form.document.querySelector("input[name=email]")?.getAttribute("type")).toBe("email");
  const { code } = await mailed();
  await asking.submit("/sign-in/code", { email: "ben@example.com", code: `${code.slice(0, 3)} ${code.slice(3)}` });
  expect((await asking.get("/me")).status).toBe(200);
});

test("opening the link signs nobody in; its button does, once", async () => {
  await cast("ben");
  await new Visitor().submit("/sign-in", { email: "ben@example.com", next: "/me" });
  const { link } = await mailed();
  const [scanner, ben] = [new Visitor(), new Visitor()];
  expect((await scanner.get(link)).status).toBe(200);
  expect(scanner.cookies.has("session")).toBe(false);
  const page = await ben.submit(link);
  expect(page.document.querySelector("h1")?.textContent).toBe("Ben");
  const again = await new Visitor().submit(link);
  expect(again.document.querySelector("toast-region")?.textContent).toContain("This link is no longer good.");
});

test("a known and an unknown address get the same answer, to the last letter", async () => {
  await cast("ben");
  const answer = async (email: string) => {
    const visitor = new Visitor();
    const posted = await visitor.post("/sign-in", { email });
    const page = await visitor.get(posted.location ?? "");
    return [posted.status, posted.location, page.html.replaceAll(email, "…")];
  };
  expect(await answer("ben@example.com")).toEqual(await answer("who@example.com"));
});

test("a wrong code is explained at the field, and five end it", async () => {
  await cast("ben");
  const visitor = new Visitor();
  await visitor.submit("/sign-in", { email: "ben@example.com" });
  const { code } = await mailed();
  const wrong = code === "000000" ? "111111" : "000000";
  for (let i = 0; i < 5; i++) {
    const page = await visitor.post("/sign-in/code", { email: "ben@example.com", code: wrong });
    expect(page.status).toBe(422);
    expect(words(page)).toContain("This is not the code we sent.");
    expect(page.document.querySelector("input[name=code]")?.getAttribute("aria-invalid")).toBe("true");
  }
  const page = await visitor.post("/sign-in/code", { email: "ben@example.com", code });
  expect(words(page)).toContain("This code is no longer good.");
});

test.each(["", "no-at-sign", "a@b", "x y@example.com", `${"x".repeat(250)}@example.com`])(
  "%j is no address, and the form says so",
  async (email) => {
    const page = await new Visitor().post("/sign-in", { email });
    expect(page.status).toBe(422);
    expect(page.document.querySelector("input[name=email]")?.getAttribute("aria-invalid")).toBe("true");
  },
);

test.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "javascript:alert(1)",
  "/a\n//b",
])("after signing in nobody is led to %j", async (next) => {
  await cast("ben");
  const visitor = new Visitor();
  await visitor.submit("/sign-in", { email: "ben@example.com", next });
  const { code } = await mailed();
  const { location } = await visitor.post("/sign-in/code", { email: "ben@example.com", code, next });
  expect(location).toMatch(/^\/(?![/\\])/);
  expect(location).not.toContain("evil");
});

test("a visitor's vote counts after signing in, unless it cannot any more", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(mona, idea(await addBoard()));
  const voter = new Visitor();
  await voter.post("/posts/1/vote", { vote: "on" });
  const page = await signIn(voter, "ben@example.com", "/posts/1");
  expect(page.document.querySelector("toast-region")?.textContent).toContain("Your vote counts.");
  expect((await db.select().from(votes)).map(({ userId }) => userId).sort()).toEqual([ben.id, mona.id].sort());
  const late = new Visitor();
  await late.post("/posts/1/vote", { vote: "on" });
  await movePost(db, { viewer: mona, number: 1, from: "open", move: { to: "declined", answer: "No." } });
  const closed = await signIn(late, "mona@example.com", "/posts/1");
  expect(closed.document.querySelector("toast-region")?.textContent).toContain("Welcome, Mona.");
  expect((await db.select().from(posts))[0]?.voteCount).toBe(2);
});

test("ADMIN_EMAIL becomes administrator", async () => {
  const visitor = new Visitor();
  await signIn(visitor, "ada@example.com");
  await visitor.submit("/sign-in/name", { name: "Ada" });
  expect((await db.select().from(users))[0]?.role).toBe("admin");
  expect((await visitor.get("/staff/people")).status).toBe(200);
});

test("signing out ends the session on the server, too", async () => {
  await cast("ben");
  const visitor = new Visitor();
  await signIn(visitor, "ben@example.com");
  const kept = visitor.cookies.get("session") ?? "";
  await visitor.submit("/sign-out");
  expect(visitor.cookies.has("session")).toBe(false);
  visitor.cookies.set("session", kept);
  expect((await visitor.get("/me")).status).toBe(303);
  expect(await db.select().from(sessions)).toEqual([]);
});

test("the database holds neither the session's id nor the code nor the link's token", async () => {
  await cast("ben");
  const visitor = new Visitor();
  await visitor.submit("/sign-in", { email: "ben@example.com" });
  const { code, link } = await mailed();
  await db.delete(deliveries);
  await visitor.submit("/sign-in/code", { email: "ben@example.com", code });
  const tables = await Promise.all(
    ["sessions", "sign_ins", "pgboss.job", "events"].map((name) => db.execute(`table ${name}`)),
  );
  const held = JSON.stringify(tables);
  for (const secret of [visitor.cookies.get("session"), link.split("/").pop()]) expect(held).not.toContain(secret);
  expect(held).not.toMatch(new RegExp(`"${code}"`));
});

test("cookies are out of reach for scripts and other sites", async () => {
  await cast("ben");
  const visitor = new Visitor();
  await visitor.submit("/sign-in", { email: "ben@example.com" });
  const { code } = await mailed();
  const page = await visitor.post("/sign-in/code", { email: "ben@example.com", code });
  const cookie = page.headers.getSetCookie().find((line) => line.startsWith("session="));
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/);
  expect(cookie).not.toMatch(/; Secure/);
  const https = await visitor.post("/theme", { theme: "dark" }, { "X-Forwarded-Proto": "https" });
  expect(https.headers.getSetCookie()[0]).toMatch(/; Secure/);
});

test("the log has one line per request, and in none of them a code, a token, an address or a session", async () => {
  await cast("ben");
  logged.length = 0;
  const visitor = new Visitor();
  await visitor.submit("/sign-in", { email: "ben@example.com" });
  const { code, link } = await mailed();
  await new Visitor().get(link);
  await visitor.submit("/sign-in/code", { email: "ben@example.com", code });
  expect(logged.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
    "POST /sign-in 303",
    "GET /sign-in/code 200",
    "GET /sign-in/link/… 200",
    "POST /sign-in/code 303",
    "GET / 200",
  ]);
  for (const line of logged) expect(line).toMatchObject({ id: expect.any(String), ms: expect.any(Number) });
  const text = JSON.stringify(logged);
  for (const secret of [code, link.split("/").pop(), "ben@", visitor.cookies.get("session")])
    expect(text).not.toContain(secret);
});

test("the log has no token of a link that came by mail", async () => {
  logged.length = 0;
  const visitor = new Visitor();
  for (const path of ["/unsubscribe/", "/solved/", "/consent/", "/subscribe/"])
    await visitor.get(`${path}a-token-of-somebody`);
  expect(logged.map(({ path }) => path)).toEqual(["/unsubscribe/…", "/solved/…", "/consent/…", "/subscribe/…"]);
});

test("whoever is blocked is signed out everywhere at once", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  expect((await visitor.get("/me")).status).toBe(200);
  await db.update(users).set({ blockedAt: new Date() }).where(eq(users.id, ben.id));
  expect((await visitor.get("/me")).location).toContain("/sign-in");
});

test("signing in ends the session that the device had before: it could have been planted", async () => {
  const { ben, dave } = await cast("ben", "dave");
  const visitor = await signedIn(dave);
  const [planted] = await db.select().from(sessions);
  await signIn(visitor, "ben@example.com");
  const left = await db.select().from(sessions);
  expect(left.map(({ userId }) => userId)).toEqual([ben.id]);
  expect(left.map(({ id }) => id)).not.toContain(planted?.id);
});
