import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { events, tickets } from "#db/schema";
import { takeTicket } from "~/models/support/tickets/change-ticket.server";
import { moveTicket } from "~/models/support/tickets/move-ticket.server";
import { replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { addCategory, ask } from "../support/tickets";
import { until, whileHeld } from "../support/while-held";

useDatabase();

/** Sets commands on the first ticket going, each once the one before it waits for the ticket. */
const allAtOnce = async (...commands: (() => Promise<unknown>)[]) => {
  const going = await whileHeld({ table: "tickets", number: 1 }, async (waiting) => {
    const going: Promise<unknown>[] = [];
    for (const command of commands) {
      going.push(command());
      await until(async () => (await waiting()) === going.length);
    }
    return { outcomes: Promise.allSettled(going) };
  });
  const outcomes = await going.outcomes;
  return outcomes.map((one) => (one.status === "fulfilled" ? "done" : one.reason.code));
};

test("of two who take a ticket at once one has it, and the other is told", async () => {
  const { ben, gus, mona } = await cast("ben", "gus", "mona");
  const number = await ask(ben, { categoryId: await addCategory() });
  const takes = [gus, mona].map((viewer) => () => takeTicket(db, { viewer, number }));
  expect(await allAtOnce(...takes)).toEqual(["done", "ticketTaken"]);
  expect(await db.select().from(tickets)).toMatchObject([{ assigneeId: gus.id }]);
  expect(await db.$count(events, eq(events.type, "ticket.assigned"))).toBe(1);
});

test("what a requester says while their ticket is being closed becomes a ticket of its own", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const asked = await ask(ben, { categoryId: await addCategory() });
  const said = { personId: asked.person.id, id: uuid(), body: "It still burns", source: "page" as const };
  const outcomes = await allAtOnce(
    () => moveTicket(db, { viewer: gus, number: asked, from: "open", to: "closed" }),
    () => replyToTicket(db, said),
  );
  expect(outcomes).toEqual(["done", "done"]);
  expect(await db.select().from(tickets).orderBy(tickets.serial)).toMatchObject([
    { status: "closed", unansweredSince: null },
    { status: "open", follows: asked.id },
  ]);
});
