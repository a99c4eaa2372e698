import { and, eq, inArray } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import {
  deliveries,
  escalations,
  events,
  notifications,
  pages,
  supportTiers,
  supportVips,
  ticketCategories,
  tickets,
} from "#db/schema";
import { firstEscalationWords } from "~/models/core/settings/escalation-words";
import type { User } from "~/models/core/users/viewer";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { findSaid } from "~/models/support/escalations/said";
import { watchPromises } from "~/models/support/promises/watch-promises.server";
import { assignTicket, prioritizeTicket, restrictTicket } from "~/models/support/tickets/change-ticket.server";
import { linkPostToTicket } from "~/models/support/tickets/link-post.server";
import { replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import { staffTicketPath } from "~/models/support/tickets/ticket-number";
import { useApp } from "../../../support/app";
import { signedIn, words } from "../../../support/browser";
import { addBoard, bug, cast, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { runJobs } from "../../../support/jobs";
import { addPolicy } from "../../../support/promises";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();
useApp();

let people: Record<"ada" | "mona" | "gus" | "ben", User>;
let category = 0;

beforeEach(async () => {
  people = await cast("ada", "mona", "gus", "ben");
  category = await addCategory("Money");
  const tier = (tier: number) => ({ tier, responseSeconds: 4 * 3600 });
  await db.insert(supportTiers).values([1, 2, 3, 4].map(tier));
});

const open = (body: string, subject = "Help") => ask(people.ben, { categoryId: category, subject, body });
const standing = async ({ id }: { id: string }) => (await db.select().from(tickets).where(eq(tickets.id, id)))[0];
/** The reasons for which a ticket was raised, in their order, as its history has them. */
const raised = async ({ id }: { id: string }) => {
  const which = and(eq(events.ticketId, id), inArray(events.type, ["ticket.raised", "ticket.escalation_accepted"]));
  const found = await db.select({ data: events.data }).from(events).where(which).orderBy(events.id);
  return found.map(({ data }) => {
    const { to, reason } = data as { to: number; reason?: string };
    return `L${to} ${reason}`;
  });
};
/** Each job twice, as where a worker died before it could say that it was done. */
const work = () => runJobs({}, { twice: true });

test("words count as whole words, in every language, and not where they are quoted", () => {
  const said = (text: string) => findSaid(firstEscalationWords, text);
  expect(said("There was a DATA LEAK, I fear.")).toBe("data leak");
  expect(said("My attorney’s letter")).toBe("attorney");
  expect(said("Wir haben eine Sicherheits\u00ADlücke, oder: eine Sicherheitslücke!")).toBe("Sicherheitslücke");
  expect(said("Mein ANWALT meldet sich.")).toBe("Anwalt");
  expect(said("حدث اختراق لحسابي")).toBe("اختراق");
  expect(said("سأرفع دعوى قضائية")).toBe("دعوى");
  for (const part of ["The breachable suede", "Susan sued? No: issue", "Anwaltschaft", "Klagenfurt", "محامون"])
    expect(said(part), part).toBeUndefined();
  expect(said("Thanks.\n> My lawyer writes\n  > breach\nThat was all.")).toBeUndefined();
});

test("a word of security goes to L4 at once, where a colleague of that tier hears of it, and is told of once", async () => {
  await runJobs();
  const adas = await signedIn(people.ada);
  await adas.submit("/staff/support/settings/tiers/4", { members: people.mona.id, response: "45 min", schedule: "" });
  const quiet = await open("All is well. My lawyerly friend says so.");
  const number = await open("There is a vulnerability in your login.");
  await assignTicket(db, { viewer: people.ada, number, assigneeId: people.gus.id });
  await work();
  expect(await standing(quiet)).toMatchObject({ tier: 1 });
  expect(await standing(number)).toMatchObject({ tier: 4, assigneeId: null });
  expect(await raised(number)).toEqual(["L4 words"]);
  await replyToTicket(db, {
    personId: number.person.id,
    id: crypto.randomUUID(),
    body: "I call my lawyer.",
    source: "page",
  });
  await replyToTicket(db, { personId: quiet.person.id, id: crypto.randomUUID(), body: "> breach", source: "page" });
  await work();
  expect(await raised(number)).toEqual(["L4 words"]);
  expect((await standing(quiet))?.tier).toBe(1);
  const told = await db.select().from(notifications).where(eq(notifications.userId, people.mona.id));
  expect(told).toMatchObject([{ ticketId: number.id }]);
  expect(words(await (await signedIn(people.mona)).get("/me/notifications"))).toContain("has come to your tier");
  const mails = await db.select().from(deliveries).where(eq(deliveries.kind, "ticket-alert"));
  expect(mails).toMatchObject([{ userId: people.mona.id, status: "accepted" }]);
  expect(mails[0]?.html).toContain(staffTicketPath(number));
  expect(await db.select().from(pages)).toMatchObject([{ action: "trigger", reason: "tier" }]);

  const [monas, guss] = [await signedIn(people.mona), await signedIn(people.gus)];
  expect(words(await guss.get(staffTicketPath(number)))).toContain("since the requester said “vulnerability”");
  await restrictTicket(db, { viewer: people.ada, number, isRestricted: true });
  expect((await guss.get(staffTicketPath(number))).status).toBe(404);
  expect((await monas.get(staffTicketPath(number))).status).toBe(200);
});

test("what is late goes to L2 and, late again, to L3, and whoever is on call is paged where it is urgent", async () => {
  await addPolicy({ priorities: ["urgent"] }, { firstSeconds: 3600, resolutionSeconds: 4 * 3600 });
  const number = await open("It does not print.");
  await prioritizeTicket(db, { viewer: people.ada, number, priority: "urgent" });
  await assignTicket(db, { viewer: people.ada, number, assigneeId: people.gus.id });
  await work();
  const days = (count: number) => new Date(Date.now() + count * 24 * 3600_000);
  await watchPromises(db, days(4));
  await runJobs({ now: () => days(4) }, { twice: true });
  expect(await raised(number)).toEqual(["L2 breach"]);
  expect((await db.select().from(pages)).map(({ reason }) => reason).sort()).toEqual(["first_response", "resolution"]);
  // Whoever looks after it hears of what is at risk by mail, too, each once.
  const alerts = await db.select().from(deliveries).where(eq(deliveries.kind, "ticket-alert"));
  expect(alerts.map(({ userId }) => userId)).toEqual([people.gus.id, people.gus.id]);
  await watchPromises(db, days(8));
  await runJobs({ now: () => days(8) }, { twice: true });
  expect(await raised(number)).toEqual(["L2 breach", "L3 breach"]);
  await watchPromises(db, days(16));
  await runJobs({ now: () => days(16) }, { twice: true });
  expect(await raised(number)).toEqual(["L2 breach", "L3 breach"]);
});

test("those who come first, bugs that are worked on, and tickets that somebody escalates", async () => {
  const adas = await signedIn(people.ada);
  const vips = "/staff/support/settings/vips";
  await adas.submit(vips, { vips: "nonsense" });
  expect(await db.$count(supportVips)).toBe(0);
  await adas.submit(vips, { vips: "Ben@example.com\n@acme.example" });
  const number = await open("It does not print.");
  await work();
  expect(await standing(number)).toMatchObject({ tier: 2, priority: "high" });
  expect(words(await adas.get("/staff/support"))).toContain("VIP");

  await db.update(ticketCategories).set({ key: "bug_report" }).where(eq(ticketCategories.id, category));
  await post(people.ben, bug(await addBoard()));
  await linkPostToTicket(db, { viewer: people.gus, number, post: 1 });
  await work();
  expect((await standing(number))?.tier).toBe(2);
  const viewer = people.mona;
  await movePost(db, { viewer, number: 1, from: "open", move: { to: "confirmed", answer: "" } });
  await movePost(db, { viewer, number: 1, from: "confirmed", move: { to: "in_progress", answer: "" } });
  await work();
  expect(await raised(number)).toEqual(["L2 vip", "L3 bug"]);

  const guss = await signedIn(people.gus);
  const path = staffTicketPath(number);
  const byHand = { what: "raise", tier: "4", reason: "The board asks." };
  await Promise.all([guss.submit(`${path}/escalation`, byHand), guss.submit(`${path}/escalation`, byHand)]);
  expect(await raised(number)).toEqual(["L2 vip", "L3 bug", "L4 hand"]);
  expect(words(await guss.get(path))).toContain("escalated this from L3 to L4: The board asks.");
  expect(await db.$count(escalations)).toBe(3);
});
