import { expect, test } from "vitest";
import { second } from "../../../fakes/freshdesk/clock";
import { type Freshdesk, startFreshdesk } from "../../../fakes/freshdesk/freshdesk";
import { connect, startAndConnect } from "../../support/freshdesk/connect";

const still = { speed: 0, start: Date.UTC(2026, 10, 21, 10) };

/** So many calls are made, and no more as long as the clock stands still. */
async function comesToRest(freshdesk: Freshdesk, calls: number): Promise<void> {
  await expect.poll(() => freshdesk.requests.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(calls);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(freshdesk.requests).toHaveLength(calls);
}

test("ours use 70 % of a minute's calls at the most, and the rest a minute later", async () => {
  await using desk = await startAndConnect({ clock: still, rate: { plan: "growth" } });
  const { freshdesk, client } = desk;
  const work = Promise.all(Array.from({ length: 200 }, () => client.me()));
  await comesToRest(freshdesk, 140);
  await freshdesk.clock.advance(59 * second);
  expect(freshdesk.requests).toHaveLength(140);
  await freshdesk.clock.until(work);
  expect(freshdesk.budgetExceeded).toBe(0);
  expect(freshdesk.rate.peak).toBe(140);
});

test("when other apps use the account up, ours wait", async () => {
  await using desk = await startAndConnect({ clock: still, rate: { plan: "growth" } });
  const { freshdesk, client } = desk;
  freshdesk.rate.useElsewhere(120);
  const work = Promise.all(Array.from({ length: 40 }, () => client.me()));
  await comesToRest(freshdesk, 20);
  await freshdesk.clock.until(work);
  expect(freshdesk.budgetExceeded).toBe(0);
});

test("a restart knows from the headers what the process before it has used", async () => {
  const freshdesk = await startFreshdesk({ clock: still, rate: { plan: "growth" } });
  const before = connect(freshdesk);
  await Promise.all(Array.from({ length: 130 }, () => before.me()));
  before.close();
  const after = connect(freshdesk);
  const work = Promise.all(Array.from({ length: 30 }, () => after.me()));
  await comesToRest(freshdesk, 140);
  await freshdesk.clock.until(work);
  expect(freshdesk.budgetExceeded).toBe(0);
  await freshdesk.stop();
});

test("endpoints with limits of their own are kept to, without holding up the others", async () => {
  await using desk = await startAndConnect({ clock: still, rate: { plan: "growth" } });
  const { freshdesk, client } = desk;
  await client.me();
  const lists = Promise.all(Array.from({ length: 30 }, () => client.listUpdatedSince(new Date()).next()));
  const others = Promise.all(Array.from({ length: 50 }, () => client.me()));
  await others;
  const listed = () => freshdesk.requests.filter(({ path }) => path.includes("updated_since")).length;
  await comesToRest(freshdesk, 51 + 14);
  expect(listed()).toBe(14);
  await freshdesk.clock.until(lists);
  expect(freshdesk.budgetExceeded).toBe(0);
});

test("what people wait for goes before what nobody sees", async () => {
  await using desk = await startAndConnect({ clock: still, rate: { plan: "trial" } });
  const { freshdesk, client } = desk;
  const { id } = freshdesk.createTicket({ email: "mara@x.example" });
  const polls = Array.from({ length: 100 }, () => client.getTicket(id, { priority: "background" }));
  await comesToRest(freshdesk, 35);
  const note = client.addNote(id, { body: "Shipped" });
  await freshdesk.clock.until(Promise.all([note, ...polls]));
  const place = freshdesk.requests.findIndex(({ method }) => method === "POST");
  // One was at the head of the queue already, and four are under way together.
  expect(place).toBeLessThanOrEqual(35 + 1 + 4);
});

test("after a 429 nobody calls before the time that it named", async () => {
  await using desk = await startAndConnect({ clock: still });
  const { freshdesk, client } = desk;
  freshdesk.faults.retryAfter = 30;
  freshdesk.faults.plan("rate-limited");
  const work = Promise.all(Array.from({ length: 10 }, () => client.me()));
  await comesToRest(freshdesk, 1);
  await freshdesk.clock.advance(29 * second);
  await comesToRest(freshdesk, 1);
  await freshdesk.clock.until(work);
  expect(freshdesk.requests).toHaveLength(11);
});

test("costly calls count as what they cost", async () => {
  await using desk = await startAndConnect({ clock: still, rate: { plan: "trial" } });
  const { freshdesk, client } = desk;
  const lists = Array.from({ length: 10 }, () =>
    client.listUpdatedSince(new Date(), { include: ["requester", "description"] }).next(),
  );
  await comesToRest(freshdesk, 7);
  await freshdesk.clock.until(Promise.all(lists));
  expect(freshdesk.rate.peak).toBe(35);
});

test("limits that nobody knows, and fractions in headers, are understood", async () => {
  await using desk = await startAndConnect({
    clock: still,
    rate: { total: 100, create: 40, update: 40, list: 10, contacts: 10 },
  });
  const { freshdesk, client } = desk;
  freshdesk.faults.plan(Array(200).fill("float-headers"));
  const work = Promise.all(Array.from({ length: 100 }, () => client.me()));
  await comesToRest(freshdesk, 70);
  await freshdesk.clock.until(work);
  expect(freshdesk.budgetExceeded).toBe(0);
});
