import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { deliveries, posts, subscribers, users } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { announceNext, findPublication } from "~/models/feedback/changelog/announce-entry.server";
import { deleteEntry, unpublishEntry } from "~/models/feedback/changelog/publish-entry.server";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { suppressAddress } from "~/models/telling/deliveries/suppressions.server";
import { forgetUnconfirmed } from "~/models/telling/subscriptions/forget-subscribers.server";
import { askToSubscribe, subscribeMember } from "~/models/telling/subscriptions/subscribe.server";
import { origin, useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { addLabel, draftEntry, publish, publishedEntry } from "../support/changelog";
import { db, useDatabase } from "../support/database";
import { retryJobs, runJobs } from "../support/jobs";
import { linksOf, parsed, visible } from "../support/mail";
import { Collector } from "../support/mailers";

useDatabase();
useApp();

let people: Record<"ada" | "mona" | "ben" | "cleo" | "dave", User>;
let mailer: Collector;

beforeEach(async () => {
  people = await cast("ada", "mona", "ben", "cleo", "dave");
  mailer = new Collector();
});

const subscribe = (...names: (keyof typeof people)[]) =>
  Promise.all(names.map((name) => subscribeMember(db, { viewer: people[name], roadmapId: null })));

/** To whom the mails went whose subject this is. */
const readersOf = (subject: string): string[] =>
  mailer.mails.flatMap((mail) => (mail.subject === subject ? [mail.to.replace("@example.com", "")] : [])).sort();

const title = "Dark mode is there";

/** The path of a link in the latest mail to an address. */
async function linkTo(to: string, path: string): Promise<string> {
  const mail = mailer.mails.findLast((one) => one.to === to);
  const links = mail ? linksOf(await parsed(mail)) : [];
  return links.find((link) => link.includes(path))?.replace(origin(), "") ?? "";
}

describe("a new entry", () => {
  test("reaches every subscriber once, however often the work is done, and nobody else", async () => {
    await subscribe("ben", "cleo");
    await publishedEntry(people.mona);
    await runJobs({ mailer }, { twice: true });
    await retryJobs();
    await runJobs({ mailer });
    expect(readersOf(title)).toEqual(["ben", "cleo"]);
  });

  test("goes on where a worker died between two pages of subscribers", async () => {
    await subscribe("ben", "cleo", "dave");
    await publishedEntry(people.mona);
    const { events } = await import("#db/schema");
    const [event] = await db.select({ id: events.id }).from(events).where(eq(events.type, "entry.published"));
    const publication = await findPublication(db, event?.id ?? 0);
    // One page is done, and the worker is gone before it could say so.
    if (publication) await announceNext(db, { ...publication, limit: 1 });
    expect(await db.select().from(deliveries)).toHaveLength(1);
    await runJobs({ mailer });
    expect(readersOf(title)).toEqual(["ben", "cleo", "dave"]);
  });

  test("comes with its labels and posts, in the reader's language, and can be ended by one click", async () => {
    await post(people.ben, idea(await addBoard(), { title: "Dark mode" }));
    await db.update(posts).set({ status: "shipped" });
    await db.update(users).set({ language: "de" }).where(eq(users.id, people.cleo.id));
    await subscribe("cleo");
    const label = await addLabel("new");
    await publishedEntry(people.mona, { labelIds: [label], postNumbers: "1" }, new Date("2026-11-20T12:00:00Z"));
    await db.update(subscribers).set({ confirmedAt: new Date("2026-11-01T12:00:00Z") });
    await runJobs({ mailer });
    const mail = await parsed(mailer.mails[0] as never);
    expect(visible(mail)).toContain("Neu · Veröffentlicht am 20. November 2026");
    expect(visible(mail)).toContain("Your eyes may rest.");
    expect(linksOf(mail)).toContain(`${origin()}/posts/1/dark-mode`);
    expect(linksOf(mail)).toContain(`${origin()}/changelog/1/dark-mode-is-there`);
    expect(mail.header("list-id")).toContain("<changelog.");
    expect(mail.header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const oneClick = mail.header("list-unsubscribe")?.slice(1, -1).replace(origin(), "") ?? "";
    const answer = await new Visitor().post(
      oneClick,
      { "List-Unsubscribe": "One-Click" },
      { Origin: "https://x.example" },
    );
    expect(answer.status).toBe(200);
    expect(await db.select().from(subscribers)).toEqual([]);
  });

  test("is not mailed where that was not wanted, and not again when it was taken back meanwhile", async () => {
    await subscribe("ben");
    const quiet = await draftEntry(people.mona, { title: "Quiet" });
    await publish(people.mona, quiet, { tells: false });
    const loud = await publishedEntry(people.mona);
    await runJobs({ mailer });
    await unpublishEntry(db, { viewer: people.mona, number: loud });
    await publish(people.mona, loud);
    await runJobs({ mailer });
    expect([readersOf("Quiet"), readersOf(title)]).toEqual([[], ["ben"]]);
  });

  test("is not mailed if it is taken back, or deleted, before its mails go out", async () => {
    await subscribe("ben");
    const back = await publishedEntry(people.mona, { title: "Back" });
    await runJobs({ mailer }, { only: "announce-entry" });
    await unpublishEntry(db, { viewer: people.mona, number: back });
    const gone = await publishedEntry(people.mona, { title: "Gone" });
    await runJobs({ mailer }, { only: "announce-entry" });
    await deleteEntry(db, { viewer: people.mona, number: gone });
    await runJobs({ mailer });
    expect(mailer.mails).toEqual([]);
    const fates = await db.select({ status: deliveries.status }).from(deliveries);
    expect(fates).toEqual([{ status: "skipped" }, { status: "skipped" }]);
  });

  test("does not reach those who are blocked, suppressed, or subscribed after it was published", async () => {
    await subscribe("ben", "cleo");
    await db.update(users).set({ blockedAt: new Date() }).where(eq(users.id, people.ben.id));
    await suppressAddress(db, { viewer: people.ada, email: "cleo@example.com" });
    const at = new Date();
    await publishedEntry(people.mona, {}, at);
    await subscribeMember(db, { viewer: people.dave, roadmapId: null, at: new Date(at.getTime() + 1000) });
    await runJobs({ mailer });
    expect(mailer.mails).toEqual([]);
  });
});

test("whoever hears at once of a move that came with the entry gets that mail, which leads to it, and no other", async () => {
  const { ben, cleo, dave, mona, ada } = people;
  await post(ben, idea(await addBoard(), { title: "Dark mode" }));
  for (const viewer of [cleo, dave]) await castVote(db, { viewer, number: 1 });
  await followPost(db, { viewer: ada, number: 1, level: "muted" });
  await db.update(posts).set({ status: "in_progress" });
  // Dave hears of moves in his digest only, Ada has muted the post, and Mona is the one who moves it.
  await db.update(users).set({ mailPace: "weekly", movesInDigest: true }).where(eq(users.id, dave.id));
  await followPost(db, { viewer: mona, number: 1, level: "everything" });
  await subscribe("ben", "cleo", "dave", "ada", "mona");
  await publishedEntry(mona, { postNumbers: "1" });
  await runJobs({ mailer });
  expect(readersOf("Shipped: Dark mode")).toEqual(["ben", "cleo"]);
  expect(readersOf(title)).toEqual(["ada", "dave", "mona"]);
  const [moved] = mailer.mails.filter(({ subject }) => subject.startsWith("Shipped"));
  expect(moved?.text).toContain("https://portal.example/changelog/1/dark-mode-is-there");
});

describe("an address without an account", () => {
  const address = "zoe@mail.example";
  const ask = () => new Visitor().submit("/changelog/subscription", { email: " Zoe@Mail.example " });

  test("is mailed once it has said yes by the link; opening the link says nothing yet", async () => {
    expect((await ask()).document.querySelector("toast-region")?.textContent).toContain("look into your mail");
    await runJobs({ mailer });
    await publishedEntry(people.mona, { title: "Too early" });
    await runJobs({ mailer });
    const link = await linkTo(address, "/subscribe/");
    expect(words(await new Visitor().get(link))).toContain("Get the changelog by mail?");
    expect(await db.select({ at: subscribers.confirmedAt }).from(subscribers)).toEqual([{ at: null }]);
    const visitor = new Visitor();
    expect(words(await visitor.post(link))).toContain("You get the changelog by mail");
    expect((await visitor.get("/me")).location).toContain("/sign-in");
    await publishedEntry(people.mona);
    await runJobs({ mailer });
    expect(mailer.mails.map(({ to, subject }) => [to, subject])).toEqual([
      [address, "Shall we tell you what is new?"],
      [address, title],
    ]);
    const stop = await linkTo(address, "/unsubscribe/");
    const done = await new Visitor().post(stop);
    expect(words(done)).toContain("You get no more mail about the changelog.");
    expect(await db.select().from(subscribers)).toEqual([]);
    expect(words(await new Visitor().get(stop))).toContain("There is nothing to do here");
  });

  test("is asked once an hour at most, and whoever asks is told the same every time", async () => {
    const [first, second] = [await ask(), await ask()];
    expect(words(first)).toBe(words(second));
    await runJobs({ mailer });
    expect(mailer.mails).toHaveLength(1);
    await askToSubscribe(db, {
      email: address,
      language: "en",
      roadmapId: null,
      at: new Date(Date.now() + 61 * 60_000),
    });
    await runJobs({ mailer });
    expect(mailer.mails).toHaveLength(2);
  });

  test("is not asked where it gets no mail, or belongs to a member who is subscribed", async () => {
    await suppressAddress(db, { viewer: people.ada, email: address });
    await ask();
    await subscribe("ben");
    await new Visitor().submit("/changelog/subscription", { email: "ben@example.com" });
    await runJobs({ mailer });
    expect(mailer.mails).toEqual([]);
    expect(await db.select({ email: subscribers.email }).from(subscribers)).toEqual([{ email: null }]);
  });

  test("is its account's where it has one, so that one mail comes; and is forgotten after a week without a yes", async () => {
    await new Visitor().submit("/changelog/subscription", { email: "ben@example.com" });
    await ask();
    await runJobs({ mailer });
    await new Visitor().post(await linkTo("ben@example.com", "/subscribe/"));
    expect(
      await db.select({ userId: subscribers.userId }).from(subscribers).where(eq(subscribers.userId, people.ben.id)),
    ).toHaveLength(1);
    const page = await (await signedIn(people.ben)).get("/changelog");
    expect(words(page)).toContain("You get new entries by mail.");
    await forgetUnconfirmed(db, new Date(Date.now() + 8 * 24 * 60 * 60_000));
    expect(await db.select({ email: subscribers.email }).from(subscribers)).toEqual([{ email: null }]);
  });

  test("that is given an account later is the account's to end", async () => {
    await ask();
    await runJobs({ mailer });
    await new Visitor().post(await linkTo(address, "/subscribe/"));
    await db.update(users).set({ email: address }).where(eq(users.id, people.ben.id));
    const ben = await signedIn(people.ben);
    expect(words(await ben.get("/changelog"))).toContain("You get new entries by mail.");
    await ben.submit("/changelog/subscription/end");
    expect(await db.select().from(subscribers)).toEqual([]);
  });

  test("that is none is refused beside its field, and the rest of the page is there", async () => {
    const page = await new Visitor().post("/changelog/subscription", { email: "zoe" });
    expect(page.status).toBe(422);
    expect(words(page)).toContain("This does not look like an e-mail address.");
    expect(page.document.querySelector("input[name=email]")?.getAttribute("aria-invalid")).toBe("true");
  });
});
