import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { deliveries, events, roadmapEditions, roadmaps, subscribers, users } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { makeEditions, queueEdition } from "~/models/feedback/roadmaps/announce-editions.server";
import { describeCard } from "~/models/feedback/roadmaps/describe-card.server";
import { moveCard } from "~/models/feedback/roadmaps/move-card.server";
import { subscribeMember } from "~/models/telling/subscriptions/subscribe.server";
import { origin, useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, addColumn, addRoadmap, cast, idea, post } from "../support/cast";
import { publishedEntry } from "../support/changelog";
import { db, useDatabase } from "../support/database";
import { enqueueNow, runJobs } from "../support/jobs";
import { linksOf, parsed, visible } from "../support/mail";
import { Collector } from "../support/mailers";

useDatabase();
useApp();

let people: Record<"ada" | "mona" | "ben" | "cleo" | "dave", User>;
let mailer: Collector;
let roadmapId: number;
let columnId: number;

beforeEach(async () => {
  people = await cast("ada", "mona", "ben", "cleo", "dave");
  mailer = new Collector();
  roadmapId = await addRoadmap();
  columnId = await addColumn(roadmapId, "Someday");
  await post(people.ada, idea(await addBoard(), { title: "Dark mode" }));
});

const follow = (...names: (keyof typeof people)[]) =>
  Promise.all(names.map((name) => subscribeMember(db, { viewer: people[name], roadmapId })));

const place = (number = 1) => moveCard(db, { viewer: people.mona, roadmapId, number, from: null, to: { columnId } });
const say = (note: string, number = 1) =>
  describeCard(db, { viewer: people.mona, roadmapId, number, draft: { target: "2027-Q1", note } });

const day = 24 * 60 * 60_000;

/** What the clock sets going, so many days from now. */
async function announce(inDays = 0, options: Parameters<typeof runJobs>[1] = {}): Promise<void> {
  await enqueueNow("announce-roadmaps");
  await runJobs({ mailer, now: () => new Date(Date.now() + inDays * day) }, options);
}

const readers = (): string[] => mailer.mails.map(({ to }) => to.replace("@example.com", "")).sort();

describe("what changes on a roadmap", () => {
  test("comes to its followers in one mail a day, in their language, and only when something changed", async () => {
    await db.update(users).set({ language: "de" }).where(eq(users.id, people.ben.id));
    await follow("ben", "cleo");
    await place();
    await say("First for the **list**.");
    await announce();
    await announce();
    expect(readers()).toEqual(["ben", "cleo"]);
    const mail = await parsed(mailer.mails.find(({ to }) => to.startsWith("ben")) as never);
    expect(mail.subject).toBe("Roadmap: Das hat sich geändert");
    const text = visible(mail);
    expect(text).toContain("Dark mode");
    const told = ["Mona hat es in „Someday“", "1. Quartal 2027“", "First for the **list**."];
    expect(told.map((one) => text.includes(one))).toEqual([true, true, true]);
    expect(text.indexOf("Someday")).toBeLessThan(text.indexOf("Quartal"));
    expect(linksOf(mail)).toContain(`${origin()}/posts/1/dark-mode`);
    expect(linksOf(mail)).toContain(`${origin()}/roadmap/roadmap`);
    expect(mail.header("list-id")).toContain("<roadmap.");
    await announce(1);
    expect(mailer.mails).toHaveLength(2);
    await say("Now for all.");
    // Today's mail is out: it waits for tomorrow's.
    await announce();
    expect(mailer.mails).toHaveLength(2);
    await announce(1);
    expect(mailer.mails).toHaveLength(4);
    const next = visible(await parsed(mailer.mails.at(-1) as never));
    expect(next).toContain("Now for all.");
    expect(next).not.toContain("Someday");
  });

  test("is mailed once, however often the work is done, and goes on where a worker died", async () => {
    await follow("ben", "cleo", "dave");
    await place();
    const at = new Date();
    await makeEditions(db, at);
    await makeEditions(db, at);
    const [edition] = await db.select().from(roadmapEditions);
    // One page is done, and the worker is gone before it could say so.
    await queueEdition(db, { editionId: edition?.id ?? "", at, limit: 1 });
    expect(await db.select().from(deliveries)).toHaveLength(1);
    await announce(0, { twice: true });
    expect(readers()).toEqual(["ben", "cleo", "dave"]);
    expect(await db.select().from(roadmapEditions)).toHaveLength(1);
  });

  test("is no news to whoever did it, followed later, or may not see it", async () => {
    await post(people.ada, idea(await addBoard("team", "staff"), { title: "For the team" }));
    await follow("mona", "ben", "ada");
    await place(2);
    await announce();
    expect(readers()).toEqual(["ada"]);
    const fates = await db
      .select({ status: deliveries.status })
      .from(deliveries)
      .where(eq(deliveries.userId, people.ben.id));
    expect(fates).toEqual([{ status: "skipped" }]);
    await place(1);
    await new Promise((done) => setTimeout(done, 5));
    await follow("cleo");
    await announce(1);
    expect(readers()).toEqual(["ada", "ada", "ben"]);
  });

  test("is not mailed when the post, the roadmap or the subscription is gone before the mail goes out", async () => {
    await follow("ben");
    const queued = async (spoil: () => Promise<unknown>) => {
      await db.delete(roadmapEditions);
      await announce(0, { only: "announce-roadmaps" });
      await spoil();
      await runJobs({ mailer });
    };
    await place();
    await queued(() => deletePost(db, { viewer: people.mona, number: 1, on: true }));
    await post(people.ada, idea(await addBoard("web"), { title: "Tabs" }));
    await place(2);
    await queued(() => db.update(roadmaps).set({ isOff: true }));
    await db.update(roadmaps).set({ isOff: false });
    await queued(async () => (await signedIn(people.ben)).submit("/roadmap/roadmap/subscription/end"));
    expect(mailer.mails).toEqual([]);
    const fates = await db.select({ status: deliveries.status }).from(deliveries);
    expect(fates).toEqual(Array.from({ length: 3 }, () => ({ status: "skipped" })));
    expect(await db.select().from(subscribers)).toEqual([]);
  });

  test("of one roadmap concerns neither followers of another nor subscribers of the changelog", async () => {
    const other = await addRoadmap("other", { name: "Other" });
    await subscribeMember(db, { viewer: people.dave, roadmapId: other });
    await subscribeMember(db, { viewer: people.cleo, roadmapId: null });
    await subscribeMember(db, { viewer: people.ben, roadmapId: null });
    await follow("ben");
    await place();
    await announce();
    expect(readers()).toEqual(["ben"]);
    await publishedEntry(people.mona);
    await runJobs({ mailer });
    expect(readers()).toEqual(["ben", "ben", "cleo"]);
  });
});

describe("following", () => {
  test("is one click for a member, from the page and back, and shows there", async () => {
    const ben = await signedIn(people.ben);
    await subscribeMember(db, { viewer: people.ben, roadmapId: null });
    expect(words(await ben.get("/roadmap"))).toContain("Send me what changes");
    const done = await ben.submit("/roadmap/roadmap/subscription");
    expect(done.document.querySelector("toast-region")?.textContent).toContain("You get what changes on this roadmap");
    expect(words(await ben.get("/roadmap"))).toContain("You get what changes here by mail.");
    await ben.submit("/roadmap/roadmap/subscription/end");
    expect(words(await ben.get("/roadmap"))).toContain("Send me what changes");
    const left = await db.select({ roadmapId: subscribers.roadmapId }).from(subscribers);
    expect(left).toEqual([{ roadmapId: null }]);
    const told = await db.select({ type: events.type, data: events.data }).from(events).orderBy(events.id);
    expect(told.slice(-2)).toMatchObject([
      { type: "subscriber.added", data: { roadmapId } },
      { type: "subscriber.removed", data: { roadmapId } },
    ]);
  });

  test("without an account begins when the address has said yes, once for each roadmap, and ends by one click", async () => {
    const zoe = { email: "zoe@mail.example" };
    await addRoadmap("other", { name: "Other", position: 1 });
    const ask = (slug: string) => new Visitor().submit(`/roadmap/${slug}/subscription`, zoe);
    for (const slug of ["roadmap", "roadmap", "other"]) await ask(slug);
    await runJobs({ mailer });
    expect(mailer.mails).toHaveLength(2);
    const asked = await Promise.all(mailer.mails.map(parsed));
    const mail = asked.find((one) => visible(one).includes("gets what changes on “Roadmap” by mail"));
    if (!mail) throw new Error("Nobody asks about the roadmap.");
    const yes =
      linksOf(mail)
        .find((link) => link.includes("/subscribe/"))
        ?.replace(origin(), "") ?? "";
    expect(words(await new Visitor().get(yes))).toContain("Get “Roadmap” by mail?");
    expect(words(await new Visitor().post(yes))).toContain("You get “Roadmap” by mail");
    await place();
    await announce();
    expect(mailer.mails.map(({ to }) => to)).toEqual(Array.from({ length: 3 }, () => zoe.email));
    const news = await parsed(mailer.mails.at(-1) as never);
    const oneClick = news.header("list-unsubscribe")?.slice(1, -1).replace(origin(), "") ?? "";
    expect(words(await new Visitor().get(oneClick))).toContain("No more mail about “Roadmap”?");
    const stopped = await new Visitor().post(
      oneClick,
      { "List-Unsubscribe": "One-Click" },
      { Origin: "https://x.example" },
    );
    expect(words(stopped)).toContain("You get no more mail about the roadmap.");
    const left = await db.select({ confirmedAt: subscribers.confirmedAt }).from(subscribers);
    expect(left).toEqual([{ confirmedAt: null }]);
  });

  test("is for those who may look at the roadmap", async () => {
    await addRoadmap("inner", { name: "Inner", visibility: "staff" });
    const ben = await signedIn(people.ben);
    expect((await ben.submit("/roadmap/inner/subscription")).status).toBe(404);
    expect((await new Visitor().submit("/roadmap/inner/subscription", { email: "zoe@mail.example" })).status).toBe(404);
    expect(await db.select().from(subscribers)).toEqual([]);
    expect((await new Visitor().post("/roadmap/roadmap/subscription", { email: "zoe" })).status).toBe(422);
  });
});
