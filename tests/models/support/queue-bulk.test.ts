import { and, asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { bulkActionTickets, deliveries, events, tickets } from "#db/schema";
import { doBulk } from "~/models/core/bulk/do-bulk.server";
import { findBulk } from "~/models/core/bulk/find-bulk.server";
import { previewBulk } from "~/models/core/bulk/preview-bulk.server";
import { undoBulk } from "~/models/core/bulk/undo-bulk.server";
import { changeRole } from "~/models/core/users/change-role.server";
import type { User } from "~/models/core/users/viewer";
import { undoBulkAction } from "~/models/feedback/inbox/undo-bulk.server";
import { readTicketChange } from "~/models/support/queue/change";
import { ticketsInBulk } from "~/models/support/queue/tickets-in-bulk.server";
import { assignTicket, restrictTicket, tagTicket } from "~/models/support/tickets/change-ticket.server";
import { mailTicket } from "~/models/support/tickets/mail-ticket.server";
import type { OpenedTicket } from "~/models/support/tickets/open-ticket.server";
import { putAwayTicket } from "~/models/support/tickets/put-away-ticket.server";
import { answerTicket, replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import { listedTickets } from "~/models/support/tickets/visible-tickets.server";
import { cast } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { addCategory, ask } from "../../support/tickets";

useDatabase();

let people: Record<"ada" | "gus" | "mona" | "ben", User>;
let asked: OpenedTicket[];

beforeEach(async () => {
  people = await cast("ada", "gus", "mona", "ben");
  const categoryId = await addCategory("Printing");
  asked = [];
  for (const subject of ["First", "Second", "Third"]) asked.push(await ask(people.ben, { categoryId, subject }));
});

const rows = () => db.select().from(tickets).orderBy(asc(tickets.serial));
const verdicts = async () => {
  const { verdict, undoVerdict } = bulkActionTickets;
  const found = await db
    .select({ verdict, undoVerdict })
    .from(bulkActionTickets)
    .innerJoin(tickets, eq(tickets.id, bulkActionTickets.ticketId))
    .orderBy(asc(tickets.serial));
  return found.map((one) => (one.undoVerdict ? `${one.verdict}, ${one.undoVerdict}` : one.verdict));
};

/** As the form of the preview sends it. */
async function choose(viewer: User, text: string, numbers = asked) {
  const change = readTicketChange(text);
  if (!change) throw new Error(`${text} is no change.`);
  const keys = numbers.map(({ year, serial }) => ({ year, serial }));
  const preview = await previewBulk(db, ticketsInBulk, { viewer, change, keys });
  const chosen = preview.items.map(({ year, serial, stamp }) => ({ number: { year, serial }, stamp }));
  return { preview, input: { viewer, id: uuid(), change, chosen } };
}

const doIt = async (viewer: User, text: string) => {
  const { input } = await choose(viewer, text);
  return (await doBulk(db, ticketsInBulk, input)).id;
};

const undo = (viewer: User, id: string) => undoBulk(db, ticketsInBulk, { viewer, id });

test("each change of several tickets is made, and undone to what each of them was", async () => {
  const { gus, mona } = people;
  const [first] = asked as [OpenedTicket];
  await assignTicket(db, { viewer: gus, number: first, assigneeId: mona.id });
  const other = await addCategory("Scanning");
  const before = await rows();
  for (const change of [
    "move:waiting",
    "move:resolved",
    "move:closed",
    `assign:${gus.id}`,
    "assign:none",
    "priority:urgent",
    `category:${other}`,
    "tag:paper jam",
    "away:spam",
    "away:deleted",
  ]) {
    const id = await doIt(gus, change);
    expect(await rows(), change).not.toEqual(before);
    await undo(mona, id);
    expect(await rows(), change).toEqual(before);
  }
  await expect(choose(people.ben, "move:waiting")).rejects.toThrow("forbidden");
  await expect(doIt(gus, `assign:${people.ben.id}`)).rejects.toThrow("notOfTheTeam");
});

test("what was put away is brought back together, and undone it is away again as it was", async () => {
  const { gus } = people;
  const [first, second, third] = asked as [OpenedTicket, OpenedTicket, OpenedTicket];
  await putAwayTicket(db, { viewer: gus, number: first, as: "spam" });
  await putAwayTicket(db, { viewer: gus, number: second, as: "deleted" });
  const { preview } = await choose(gus, "away:none");
  expect(preview.items.map(({ verdict }) => verdict)).toEqual(["changed", "changed", "same"]);
  expect((await choose(gus, "move:waiting")).preview.items.map(({ verdict }) => verdict)).toEqual([
    ...["gone", "gone", "changed"],
  ]);
  const id = await doIt(gus, "away:none");
  expect(await db.$count(tickets, listedTickets())).toBe(3);
  await putAwayTicket(db, { viewer: gus, number: third, as: "spam" });
  await undo(gus, id);
  expect((await rows()).map(({ spamAt, deletedAt }) => [spamAt !== null, deletedAt !== null])).toEqual([
    [true, false],
    [false, true],
    [true, false],
  ]);
});

test("what has changed since is left out, before and after; and what others tagged meanwhile stays", async () => {
  const { gus } = people;
  const [first, second, third] = asked as [OpenedTicket, OpenedTicket, OpenedTicket];
  const { input } = await choose(gus, "move:waiting");
  await answerTicket(db, { viewer: gus, number: first, id: uuid(), body: "Soon.", kind: "message" });
  await doBulk(db, ticketsInBulk, input);
  await doBulk(db, ticketsInBulk, input);
  expect((await rows()).map(({ status }) => status)).toEqual(["in_progress", "waiting", "waiting"]);
  await replyToTicket(db, { personId: second.person.id, source: "page", id: uuid(), body: "I have an answer." });
  await undo(gus, input.id);
  expect(await verdicts()).toEqual(["stale", "changed, stale", "changed, changed"]);
  expect((await rows()).map(({ status }) => status)).toEqual(["in_progress", "open", "open"]);

  const tagging = await doIt(gus, "tag:loud");
  await tagTicket(db, { viewer: gus, number: third, tags: ["loud", "paper"] });
  await undo(gus, tagging);
  expect((await rows()).map(({ tags }) => tags)).toEqual([[], [], ["paper"]]);
});

test("whoever does not see a restricted ticket neither changes nor counts it, nor brings it back", async () => {
  const { ada, gus, mona } = people;
  const [first] = asked as [OpenedTicket];
  const seen = await choose(gus, "away:deleted");
  const byAda = await doIt(ada, "priority:urgent");
  await restrictTicket(db, { viewer: ada, number: first, isRestricted: true });
  const { preview } = await choose(gus, "away:deleted");
  expect(preview.items.map(({ subject }) => subject)).toEqual(["Second", "Third"]);
  expect(preview.gone).toEqual([{ year: first.year, serial: first.serial }]);
  await doBulk(db, ticketsInBulk, seen.input);
  expect((await rows()).map(({ deletedAt }) => deletedAt)).toEqual([null, null, null]);
  await undo(gus, byAda);
  expect((await rows()).map(({ priority }) => priority)).toEqual(["urgent", "medium", "medium"]);
  const shown = await findBulk(db, ticketsInBulk, { viewer: gus, id: byAda });
  expect(shown?.items.map(({ title }) => title)).toEqual(["Second", "Third"]);
  await expect(undoBulkAction(db, { viewer: mona, id: byAda })).rejects.toThrow("notFound");
});

test("an undone move mails nobody, and nobody gets back a ticket who has left the team", async () => {
  const { ada, gus, mona } = people;
  const assigned = await doIt(gus, `assign:${mona.id}`);
  const away = await doIt(gus, "assign:none");
  await changeRole(db, { viewer: ada, userId: mona.id, role: "member" });
  await undo(gus, away);
  expect((await rows()).map(({ assigneeId }) => assigneeId)).toEqual([null, null, null]);
  await undo(gus, assigned);
  const resolved = await doIt(gus, "move:resolved");
  const opened = await doIt(gus, "move:open");
  await db.delete(deliveries);
  await undo(gus, opened);
  const back = await db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.type, "ticket.moved")));
  for (const { id } of back.slice(-3)) {
    await mailTicket(db, { eventId: id, settings: { supportEmail: "", confirmsTickets: true }, at: new Date() });
  }
  expect(await db.select().from(deliveries)).toEqual([]);
  await undo(gus, resolved);
  expect((await rows()).map(({ status }) => status)).toEqual(["resolved", "resolved", "resolved"]);
  expect(await verdicts()).toContain("changed, lost");
});
