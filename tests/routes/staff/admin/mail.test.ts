import { desc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliveries, events, follows, suppressions } from "#db/schema";
import type { DeliveryKind, DeliveryStatus } from "#db/schema/telling/deliveries";
import { outboxMailer } from "~/integrations/mail/outbox";
import { smtpMailer } from "~/integrations/mail/smtp.server";
import { testMailSender } from "~/jobs/send-test-mail.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { type SmtpDouble, startSmtpDouble } from "../../../../fakes/smtp-double";
import { parts, useApp } from "../../../support/app";
import { signedIn, type Visitor, words } from "../../../support/browser";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { runJobs } from "../../../support/jobs";
import { Collector } from "../../../support/mailers";

let smtp: SmtpDouble;
let mailer = outboxMailer;

useDatabase();
useApp({}, { sendTestMail: (mail) => testMailSender({ ...parts(), db, mailer })(mail) });

beforeAll(async () => {
  smtp = await startSmtpDouble({ password: "hunter 2" });
  mailer = smtpMailer(smtp.url, "Groundswell <feedback@example.com>");
});

afterAll(async () => {
  await mailer.close();
  await smtp.stop();
});

const minute = 60_000;

/** A mail of so many minutes ago. */
async function mail(to: string, status: DeliveryStatus, { ago = 1, kind = "move" as DeliveryKind } = {}) {
  const id = uuid();
  const createdAt = new Date(Date.now() - ago * minute);
  await db.insert(deliveries).values({ id, to, kind, status, createdAt, changedAt: createdAt, response: `250 ${to}` });
  return id;
}

async function admin(): Promise<Visitor> {
  return signedIn((await cast("ada")).ada);
}

/** Whose mails a page lists, in its order. */
const listed = (page: { document: Document }) =>
  [...page.document.querySelectorAll("main ol bdi.font-medium")].map(({ textContent }) => textContent);

describe("the list", () => {
  test("shows the latest first, with what the provider said", async () => {
    const ada = await admin();
    await mail("ben@example.com", "delivered", { ago: 5 });
    await mail("cleo@example.com", "bounced", { ago: 3 });
    const page = await ada.get("/staff/mail");
    expect(listed(page)).toEqual(["cleo@example.com", "ben@example.com"]);
    expect(words(page)).toContain("250 cleo@example.com");
  });

  test("can be narrowed by status, kind and address, and together", async () => {
    const ada = await admin();
    await mail("ben@example.com", "delivered");
    await mail("ben@example.com", "failed", { kind: "digest" });
    await mail("cleo@example.com", "failed");
    expect(listed(await ada.get("/staff/mail?status=delivered"))).toEqual(["ben@example.com"]);
    expect(listed(await ada.get("/staff/mail?kind=digest"))).toEqual(["ben@example.com"]);
    expect(listed(await ada.get("/staff/mail?address=%20Cleo@example.com"))).toEqual(["cleo@example.com"]);
    expect(listed(await ada.get("/staff/mail?status=failed&address=ben@example.com"))).toEqual(["ben@example.com"]);
    expect(listed(await ada.get("/staff/mail?status=nonsense&kind=&address="))).toHaveLength(3);
  });

  test("goes on where the page before it ended, also among mails of the same moment", async () => {
    const ada = await admin();
    const createdAt = new Date();
    const rows = Array.from({ length: 120 }, (_, i) => ({
      id: uuid(),
      to: `reader-${i}@example.com`,
      kind: "move" as const,
      createdAt,
    }));
    await db.insert(deliveries).values(rows);
    const seen: (string | null)[] = [];
    for (let path: string | null = "/staff/mail?status=queued"; path; ) {
      const page = await ada.get(path);
      seen.push(...listed(page));
      path = page.document.querySelector('a[rel="next"]')?.getAttribute("href") ?? null;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  test("never shows the code of a sign-in mail", async () => {
    const ada = await admin();
    const id = await mail("ben@example.com", "accepted", { kind: "sign-in" });
    await db.update(deliveries).set({ subject: "123456 is your code" });
    for (const path of ["/staff/mail", `/staff/mail/${id}`]) expect((await ada.get(path)).html).not.toContain("123456");
  });
});

/** Ben's and Cleo's mails about a move, refused by the provider; they are the latest of theirs. */
async function refusedMails() {
  const people = await cast("ada", "ben", "cleo", "mona");
  await post(people.ben, idea(await addBoard()));
  await castVote(db, { viewer: people.cleo, number: 1 });
  await runJobs();
  await movePost(db, { viewer: people.mona, number: 1, from: "open", move: { to: "planned", answer: "For 3.1." } });
  const provider = new Collector();
  provider.refused.add("ben@example.com").add("cleo@example.com");
  await runJobs({ mailer: provider });
  const [first] = await db.select().from(deliveries).where(eq(deliveries.to, "ben@example.com"));
  return { ...people, visitor: await signedIn(people.ada), id: first?.id ?? "" };
}

describe("sending again", () => {
  test("tells once more, in a new mail, once; the old one keeps its fate", async () => {
    const { visitor, id } = await refusedMails();
    const path = `/staff/mail/${id}/again`;
    const [first, second] = await Promise.all([visitor.submit(path), visitor.submit(path)]);
    expect([first.html, second.html].filter((html) => html.includes("Queued again"))).toHaveLength(1);
    const provider = new Collector();
    await runJobs({ mailer: provider });
    expect(provider.mails.map(({ to }) => to)).toEqual(["ben@example.com"]);
    expect(provider.mails[0]?.id).not.toBe(id);
    const fates = await db.select().from(deliveries).where(eq(deliveries.to, "ben@example.com"));
    expect(fates.map(({ status }) => status).sort()).toEqual(["accepted", "failed"]);
    const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
    expect(event).toMatchObject({ type: "mail.resent", data: { deliveryId: id } });
    expect(words(await visitor.get(`/staff/mail/${id}`))).toContain("cannot be sent again");
  });

  test("is not offered, and not done, for what is under way or arrived", async () => {
    const { visitor, id } = await refusedMails();
    for (const status of ["queued", "accepted", "delivered", "complained"] as const) {
      await db.update(deliveries).set({ status }).where(eq(deliveries.id, id));
      expect(words(await visitor.get(`/staff/mail/${id}`))).not.toContain("Send again");
      expect((await visitor.submit(`/staff/mail/${id}/again`)).html).toContain("cannot be sent again");
    }
    expect(await db.select().from(deliveries).where(eq(deliveries.to, "ben@example.com"))).toHaveLength(1);
  });

  test("says that an address is suppressed and lets it have mail again first", async () => {
    const { visitor, id } = await refusedMails();
    await db.insert(suppressions).values({ email: "ben@example.com", reason: "complaint" });
    const page = await visitor.get(`/staff/mail/${id}`);
    expect(words(page)).toContain("reported our mail as unwanted");
    expect(words(page)).not.toContain("Send again");
    expect((await visitor.submit(`/staff/mail/${id}/again`)).html).toContain("This address gets no mail");
    await visitor.submit("/staff/mail/suppressions/lift", { email: "ben@example.com" });
    expect(words(await visitor.get(`/staff/mail/${id}`))).toContain("Send again");
    const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
    expect(event).toMatchObject({ type: "mail.unsuppressed", data: { address: "ben@example.com" } });
  });

  test("sends nothing to whoever has muted meanwhile", async () => {
    const { visitor, id } = await refusedMails();
    await visitor.submit(`/staff/mail/${id}/again`);
    await db.update(follows).set({ level: "muted" });
    const provider = new Collector();
    await runJobs({ mailer: provider });
    expect(provider.mails).toEqual([]);
  });
});

test("an administrator stops mail to an address and lets it have mail again; both are written down", async () => {
  const ada = await admin();
  const stopped = await ada.submit("/staff/mail/suppressions", { email: "Ben@Example.com" });
  expect(words(stopped)).toContain("ben@example.com");
  await ada.submit("/staff/mail/suppressions", { email: "ben@example.com" });
  const lifted = await ada.submit("/staff/mail/suppressions/lift", { email: "ben@example.com" });
  expect(words(lifted)).toContain("No address is suppressed");
  await ada.submit("/staff/mail/suppressions/lift", { email: "ben@example.com" });
  expect((await db.select().from(events)).map(({ type }) => type)).toEqual(["mail.suppressed", "mail.unsuppressed"]);
  expect((await ada.post("/staff/mail/suppressions", { email: "nobody" })).status).toBe(422);
});

describe("a test mail", () => {
  test("goes to oneself through the configured transport, and the talk is shown", async () => {
    const ada = await admin();
    const page = await ada.post("/staff/mail/test");
    expect(words(page)).toContain("smtp took the mail to ada@example.com");
    expect(words(page)).toContain("RCPT TO:<ada@example.com>");
    expect(words(page)).toContain("250 OK");
    expect(page.html).not.toContain("hunter");
    expect(smtp.mails.at(-1)?.mail.subject).toBe("Test mail from Groundswell");
    expect(listed(await ada.get("/staff/mail?kind=test&status=accepted"))).toEqual(["ada@example.com"]);
  });

  test("that is refused or put off says so in the provider's words", async () => {
    const ada = await admin();
    smtp.fault({ kind: "answer", code: 554 });
    expect(words(await ada.post("/staff/mail/test"))).toMatch(/smtp refused the mail.*554 As it was told to/);
    smtp.fault({ kind: "answer", code: 451 });
    expect(words(await ada.post("/staff/mail/test"))).toMatch(/could not be reached.*451 As it was told to/);
    expect(listed(await ada.get("/staff/mail?kind=test&status=failed"))).toHaveLength(2);
  });
});

describe("the whole team is warned", () => {
  const warning = async (visitor: Visitor) => {
    const page = await visitor.get("/staff/tags");
    return page.document.querySelector('main [role="alert"]')?.textContent ?? "";
  };

  test("when more than two and more than a tenth of an hour's mails fail", async () => {
    const milo = await signedIn((await cast("milo")).milo);
    const times = async (count: number, status: DeliveryStatus, ago = 30) => {
      for (let i = 0; i < count; i++) await mail(`reader-${i}@example.com`, status, { ago });
    };
    await times(5, "failed", 90);
    await times(2, "failed");
    expect(await warning(milo)).toBe("");
    await times(1, "bounced");
    expect(await warning(milo)).toContain("3 of the 3 mails of the last hour failed");
    await times(27, "delivered");
    expect(await warning(milo)).toBe("");
  });

  test("when a mail waits for more than ten minutes", async () => {
    const milo = await signedIn((await cast("milo")).milo);
    const id = await mail("ben@example.com", "queued", { ago: 9 });
    expect(await warning(milo)).toBe("");
    await db
      .update(deliveries)
      .set({ createdAt: new Date(Date.now() - 11 * minute) })
      .where(eq(deliveries.id, id));
    expect(await warning(milo)).toContain("A mail has been waiting since");
  });
});
