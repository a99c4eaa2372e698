import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { boards, freshdeskLinks, freshdeskTickets, freshdeskWrites } from "#db/schema";
import type { WriteKind } from "#db/schema/support/freshdesk";
import { readEnv } from "~/env.server";
import type { Freshdesk as Client } from "~/integrations/freshdesk/open-freshdesk.server";
import type { Tools } from "~/jobs/tools.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { linkFreshdeskTicket } from "~/models/support/freshdesk/link-ticket.server";
import { openFreshdeskTicket } from "~/models/support/freshdesk/open-ticket.server";
import { resumeFreshdesk } from "~/models/support/freshdesk/pause-freshdesk.server";
import { findFreshdeskState } from "~/models/support/freshdesk/queue-state.server";
import { sendWriteAgain } from "~/models/support/freshdesk/send-write-again.server";
import { changeSettings } from "~/models/support/freshdesk/settings.server";
import { origin, secret, useApp } from "../../support/app";
import { addBoard, bug, cast, idea, post } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { connect } from "../../support/freshdesk/connect";
import { openDesk, ticketOf } from "../../support/freshdesk/desk";
import { runJobs } from "../../support/jobs";

useDatabase();
useApp();

type Desk = Awaited<ReturnType<typeof openDesk>>;

/** A ticket of Mara's that is linked to Ben's idea, with everything quiet. */
async function stage(desk: Desk, change: Parameters<typeof changeSettings>[1] = {}) {
  const people = await cast("ben", "mona", "gus", "ada");
  await post(people.ben, idea(await addBoard(), { title: "Dark <b>mode</b> & more" }));
  await changeSettings(db, { addressField: "cf_portal_post", statusMap: { planned: 3, shipped: 4 }, ...change });
  const ticket = ticketOf(desk);
  await linkFreshdeskTicket(db, { viewer: people.gus, number: 1, ticket: String(ticket) });
  await desk.work();
  return { ...people, ticket };
}

type Cast = Awaited<ReturnType<typeof stage>>;

const plan = ({ mona: viewer }: Pick<Cast, "mona">, repliesToFreshdesk = false) =>
  movePost(db, {
    viewer,
    number: 1,
    from: "open",
    move: { to: "planned", answer: "For **3.1**." },
    repliesToFreshdesk,
  });

const writes = async (kind?: WriteKind) =>
  (await db.select().from(freshdeskWrites).orderBy(freshdeskWrites.id)).filter((write) => !kind || write.kind === kind);

const ours = ({ freshdesk }: Desk, ticket: number) =>
  freshdesk.conversations(ticket).filter(({ body }) => body.includes("#update-"));

test("a link marks the ticket, and a move brings agents a private note and the ticket its status", async () => {
  await using desk = await openDesk();
  const { ticket, ...people } = await stage(desk);
  expect(desk.freshdesk.ticket(ticket)).toMatchObject({
    tags: ["groundswell", "groundswell-open"],
    custom_fields: { cf_portal_post: `${origin()}/posts/1` },
    status: 2,
  });
  await plan(people);
  await desk.work();
  const [note, ...more] = ours(desk, ticket);
  expect(more).toEqual([]);
  expect(note?.private).toBe(true);
  expect(note?.body).toContain("#1 Dark &lt;b&gt;mode&lt;/b&gt; &amp; more</a> moved from Open to Planned.");
  expect(note?.body).toContain("<blockquote><p>For <strong>3.1</strong>.</p>");
  expect(desk.freshdesk.ticket(ticket)).toMatchObject({ tags: ["groundswell", "groundswell-planned"], status: 3 });
  expect(desk.freshdesk.account.mails).toEqual([]);
});

test("the customer is answered when the maintainer chose so, and never about what the public cannot read", async () => {
  await using desk = await openDesk();
  const { ticket, ...people } = await stage(desk);
  await plan(people, true);
  await desk.work();
  expect(desk.freshdesk.account.mails).toMatchObject([{ to: "mara@northwind.example", ticketId: ticket }]);
  expect(ours(desk, ticket).map((said) => said.private)).toEqual([false]);
  const secret = await addBoard("team", "staff");
  await post(people.gus, idea(secret));
  await linkFreshdeskTicket(db, { viewer: people.gus, number: 2, ticket: String(ticket) });
  await movePost(db, {
    viewer: people.mona,
    number: 2,
    from: "open",
    move: { to: "planned", answer: "Soon." },
    repliesToFreshdesk: true,
  });
  await desk.work();
  expect(desk.freshdesk.account.mails).toHaveLength(1);
  expect(ours(desk, ticket).map((said) => said.private)).toEqual([false, true]);
});

test("a customer is not answered about a post that was hidden while the answer waited", async () => {
  await using desk = await openDesk();
  const { ticket, ...people } = await stage(desk);
  await plan(people, true);
  await runJobs({ freshdesk: desk.client }, { only: "sync-freshdesk" });
  expect(await writes("reply")).toMatchObject([{ state: "queued" }]);
  await db.update(boards).set({ visibility: "staff" });
  await desk.work();
  expect(desk.freshdesk.account.mails).toEqual([]);
  expect(ours(desk, ticket)).toEqual([]);
  expect(await writes("reply")).toMatchObject([{ state: "dropped", reason: "post-hidden" }]);
});

test("jobs that are done twice write nothing twice", async () => {
  await using desk = await openDesk();
  const { ticket, ...people } = await stage(desk);
  await plan(people);
  await runJobs({ freshdesk: desk.client, now: desk.now }, { twice: true });
  expect(ours(desk, ticket)).toHaveLength(1);
});

test("what was refused is sent again when somebody wants it, once, with the status that the mapping has by then", async () => {
  await using desk = await openDesk();
  const { ticket, ...people } = await stage(desk, { statusMap: { planned: 99 } });
  await plan(people);
  await desk.work();
  const [refused] = (await writes("update")).filter(({ state }) => state === "refused");
  await changeSettings(db, { statusMap: { planned: 3 } });
  const again = () => sendWriteAgain(db, { viewer: people.gus, id: refused?.id ?? "" });
  const answers = await Promise.allSettled([again(), again()]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(sendWriteAgain(db, { viewer: people.ben, id: refused?.id ?? "" })).rejects.toThrow("forbidden");
  await desk.work();
  expect(desk.freshdesk.ticket(ticket)).toMatchObject({ status: 3, tags: ["groundswell", "groundswell-planned"] });
  expect(ours(desk, ticket)).toHaveLength(1);
  expect((await writes()).filter(({ state }) => state !== "done" && state !== "dropped")).toEqual([]);
});

/** Something that one call of Freshdesk does, with how often it shows there. */
const kinds = {
  note: {
    path: "/notes",
    ask: (people: Cast) => plan(people),
    count: (desk: Desk, ticket: number) => ours(desk, ticket).filter((said) => said.private).length,
  },
  reply: {
    path: "/reply",
    ask: (people: Cast) => plan(people, true),
    count: (desk: Desk) => desk.freshdesk.account.mails.length,
  },
  update: {
    path: "/tickets/",
    ask: (people: Cast) => plan(people),
    count: (desk: Desk, ticket: number) =>
      desk.freshdesk.requests.filter(({ method, body }) => method === "PUT" && body.includes('"status":3')).length &&
      (desk.freshdesk.ticket(ticket).status === 3 ? 1 : 0),
  },
  create: {
    path: "/tickets",
    ask: ({ gus: viewer }: Cast) => openFreshdeskTicket(db, { viewer, number: 1, id: uuid(), requester: "author" }),
    count: (desk: Desk) =>
      [...desk.freshdesk.account.tickets.values()].filter(({ subject }) => subject.startsWith("Dark")).length,
  },
} as const;

const method = (kind: WriteKind) => (kind === "update" ? "PUT" : "POST");

test.each(["note", "reply", "update", "create"] as const)(
  "a %s whose answer was lost is found, not written again",
  async (kind) => {
    await using desk = await openDesk();
    const { path, ask, count } = kinds[kind];
    const stand = await stage(desk);
    desk.freshdesk.faults.plan("cut-after-commit", { method: method(kind), path });
    await ask(stand);
    await desk.work();
    expect((await writes(kind)).at(-1)?.state).toBe("uncertain");
    expect(count(desk, stand.ticket)).toBe(1);
    desk.pass(60);
    await desk.ring("send-to-freshdesk");
    expect((await writes(kind)).filter(({ state }) => state === "uncertain")).toEqual([]);
    expect(count(desk, stand.ticket)).toBe(1);
    const sent = desk.freshdesk.requests.filter((call) => call.method === method(kind) && call.path.endsWith(path));
    if (kind !== "update") expect(sent).toHaveLength(1);
  },
);

test.each(["note", "reply", "update", "create"] as const)("a %s that never arrived is sent again", async (kind) => {
  await using desk = await openDesk();
  const { path, ask, count } = kinds[kind];
  const stand = await stage(desk);
  desk.freshdesk.faults.plan("cut-before-commit", { method: method(kind), path });
  await ask(stand);
  await desk.work();
  expect(count(desk, stand.ticket)).toBe(0);
  desk.pass(60);
  await desk.ring("send-to-freshdesk");
  expect((await writes(kind)).at(-1)?.state).toBe("done");
  expect(count(desk, stand.ticket)).toBe(1);
});

const methods = { note: "addNote", reply: "reply", update: "updateTicket", create: "createTicket" } as const;

test.each(["note", "reply", "update", "create"] as const)(
  "a worker that dies after a %s has arrived leaves nothing to be doubled",
  async (kind) => {
    await using desk = await openDesk();
    const { ask, count } = kinds[kind];
    const stand = await stage(desk);
    await ask(stand);
    await expect(desk.work({ freshdesk: dying(desk.client, methods[kind]) })).rejects.toThrow("killed");
    expect((await writes(kind)).at(-1)?.state).toBe("sending");
    expect(count(desk, stand.ticket)).toBe(1);
    await desk.ring("send-to-freshdesk");
    expect((await writes(kind)).at(-1)?.state, "somebody may still be at it").toBe("sending");
    desk.pass(61);
    await desk.ring("send-to-freshdesk");
    expect(["done", "dropped"]).toContain((await writes(kind)).at(-1)?.state);
    expect(count(desk, stand.ticket)).toBe(1);
  },
);

/** A client whose process dies when this call has been answered. */
function dying(client: Client, name: keyof Client): Client {
  return new Proxy(client, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (key !== name || typeof value !== "function") return value;
      return async (...input: unknown[]) => {
        await value(...input);
        throw new Error("killed");
      };
    },
  });
}

test("a merge that no webhook told is seen before the ticket is written to, and the ticket stays closed", async () => {
  await using desk = await openDesk();
  const { ticket, ...people } = await stage(desk);
  const into = ticketOf(desk, "The same again");
  desk.freshdesk.mergeTickets(into, [ticket]);
  await plan(people);
  await desk.work();
  expect(desk.freshdesk.ticket(ticket)).toMatchObject({ status: 5, tags: ["groundswell", "groundswell-open"] });
  expect(await db.select().from(freshdeskTickets).where(eq(freshdeskTickets.number, ticket))).toMatchObject([
    { state: "merged", mergedInto: into },
  ]);
});

test("a merge between our look and our write is seen afterwards", async () => {
  await using desk = await openDesk();
  const { ticket, ...people } = await stage(desk, { statusMap: {} });
  const into = ticketOf(desk, "The same again");
  const mergeBeforeWriting: Client = {
    ...desk.client,
    async updateTicket(...args) {
      desk.freshdesk.mergeTickets(into, [ticket]);
      return desk.client.updateTicket(...args);
    },
  };
  await plan(people);
  await desk.work({ freshdesk: mergeBeforeWriting });
  await desk.work();
  expect(await db.select().from(freshdeskTickets).where(eq(freshdeskTickets.number, ticket))).toMatchObject([
    { state: "merged", mergedInto: into },
  ]);
});

test("a new ticket is linked to its post, carries its words, and belongs to its author by our id", async () => {
  await using desk = await openDesk();
  const { gus, ben } = await cast("gus", "ben");
  await post(ben, bug(await addBoard(), { title: "It closes itself" }));
  const id = uuid();
  for (const _ of [1, 2]) await openFreshdeskTicket(db, { viewer: gus, number: 1, id, requester: "author" });
  await desk.work();
  const [ticket, ...more] = desk.freshdesk.account.tickets.values();
  expect(more).toEqual([]);
  expect(ticket?.subject).toBe("It closes itself");
  expect(ticket?.tags).toEqual(expect.arrayContaining(["groundswell", "groundswell-open"]));
  expect(ticket?.description).toContain("<h4>How to make it happen</h4><p>Open it</p>");
  const contact = desk.freshdesk.account.contacts.get(ticket?.requester_id ?? 0);
  expect(contact).toMatchObject({ email: "ben@example.com", unique_external_id: ben.id });
  const [link] = await db.select().from(freshdeskLinks);
  expect(link).toMatchObject({ ticket: ticket?.id, origin: "ticket_opened", createdBy: gus.id });
});

test("a new ticket whose answer was lost is found by its stamp even after the poll has linked and marked it", async () => {
  await using desk = await openDesk();
  const { gus, ben } = await cast("gus", "ben");
  await changeSettings(db, { addressField: "cf_portal_post" });
  await post(ben, bug(await addBoard(), { title: "It closes itself" }));
  desk.freshdesk.faults.plan(["cut-after-commit"], { method: "POST", path: "/tickets" });
  await openFreshdeskTicket(db, { viewer: gus, number: 1, id: uuid(), requester: "author" });
  await desk.work();
  await desk.ring("reconcile-freshdesk");
  const [ticket] = desk.freshdesk.account.tickets.values();
  expect(await db.select().from(freshdeskLinks)).toMatchObject([{ ticket: ticket?.id, origin: "field" }]);
  expect(ticket?.tags).toContain("groundswell-open");
  desk.pass(120);
  await desk.ring("send-to-freshdesk");
  expect([...desk.freshdesk.account.tickets.keys()]).toEqual([ticket?.id]);
  expect((await writes("create")).map(({ state, ticket }) => ({ state, ticket }))).toEqual([
    { state: "done", ticket: ticket?.id },
  ]);
});

test("our support's own ticket gets notes and never a reply, which would come back to it", async () => {
  await using desk = await openDesk();
  const people = await cast("gus", "ben", "mona");
  await post(people.ben, bug(await addBoard()));
  const env = { FRESHDESK_EMAIL: "help@acme.example" };
  const change: Partial<Tools> = { env: { ...readEnv({ NODE_ENV: "test", SESSION_SECRET: secret }), ...env } };
  await openFreshdeskTicket(db, { viewer: people.gus, number: 1, id: uuid(), requester: "support" });
  await desk.work(change);
  await movePost(db, {
    viewer: people.mona,
    number: 1,
    from: "open",
    move: { to: "confirmed", answer: "Yes." },
    repliesToFreshdesk: true,
  });
  await desk.work(change);
  expect(desk.freshdesk.account.mails).toEqual([]);
  expect((await writes("note")).map(({ state }) => state)).toEqual(["done"]);
});

test("what Freshdesk refuses is not tried again, and says which field and why", async () => {
  await using desk = await openDesk();
  const { ticket, ...people } = await stage(desk, { statusMap: { planned: 99 } });
  await plan(people);
  await desk.work();
  const [refused] = (await writes("update")).filter(({ state }) => state === "refused");
  expect(refused?.problems).toMatchObject([{ field: "status", code: "invalid_value" }]);
  expect(refused?.response).toMatch(/status – .*\(invalid_value\)/);
  const calls = desk.freshdesk.requests.length;
  desk.pass(3600);
  await desk.ring("send-to-freshdesk");
  expect(desk.freshdesk.requests).toHaveLength(calls);
  expect(ours(desk, ticket)).toHaveLength(1);
});

test.each(["rate-limited", "server-error", "html"] as const)(
  "%s is tried again later, in the order of the ticket",
  async (fault) => {
    await using desk = await openDesk();
    const { ticket, ...people } = await stage(desk);
    desk.freshdesk.faults.plan([fault, fault], { method: "POST", path: "/notes" });
    await plan(people);
    await movePost(db, {
      viewer: people.mona,
      number: 1,
      from: "planned",
      move: { to: "in_progress", answer: "Now." },
    });
    for (let i = 0; i < 4; i++) {
      await desk.ring("send-to-freshdesk");
      desk.pass(60);
    }
    expect(ours(desk, ticket).map(({ body }) => /to ([\w ]+)\./.exec(body)?.[1])).toEqual(["Planned", "In progress"]);
  },
);

test("a refused key stops everything until an administrator has it go on", async () => {
  await using desk = await openDesk();
  const { ticket, ada, ...people } = await stage(desk);
  const wrong = connect(desk.freshdesk, { apiKey: "wrong", tries: 1 });
  await plan(people);
  await desk.work({ freshdesk: wrong });
  const calls = desk.freshdesk.requests.length;
  const { settings, writes: counts } = await findFreshdeskState(db, ada);
  expect(settings.brokenAt).toBeInstanceOf(Date);
  expect(settings.lastError).toContain("does not accept the key");
  expect(counts.queued).toBe(2);
  await desk.ring("send-to-freshdesk");
  await desk.ring("reconcile-freshdesk");
  expect(desk.freshdesk.requests, "nobody knocks again, which may lock the agent out").toHaveLength(calls);
  await resumeFreshdesk(db, { viewer: ada });
  await desk.work();
  expect(ours(desk, ticket)).toHaveLength(1);
  expect((await findFreshdeskState(db, ada)).settings.brokenAt).toBeNull();
  wrong.close();
});

test("without an account links are kept and nothing is queued", async () => {
  const { ben, gus, mona } = await cast("ben", "gus", "mona");
  await post(ben, idea(await addBoard()));
  await linkFreshdeskTicket(db, { viewer: gus, number: 1, ticket: "7" });
  await plan({ mona });
  await runJobs();
  expect(await writes()).toEqual([]);
});
