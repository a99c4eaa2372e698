import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { minute } from "../../../fakes/freshdesk/clock";
import { type Freshdesk, startFreshdesk } from "../../../fakes/freshdesk/freshdesk";
import { asker, draft } from "./ask";

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A simulator, and somebody who listens to its webhooks. */
async function start() {
  const received: Received[] = [];
  const answering = { status: 204 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(answering.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/freshdesk`;
  const freshdesk = await startFreshdesk({ clock: { speed: 0 } });
  return {
    freshdesk,
    url,
    received,
    answering,
    ids: () => received.map(({ body }) => JSON.parse(body).freshdesk_webhook.ticket_id),
    async [Symbol.asyncDispose]() {
      await freshdesk.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}

const ticket = (freshdesk: Freshdesk) => freshdesk.createTicket({ email: "mara@x.example", subject: "Dark mode" });

test("12: rules call at a new ticket and at a change, with labels, unsigned, with a secret", async () => {
  await using desk = await start();
  desk.freshdesk.onWebhook(desk.url, "s3cret");
  const { id } = ticket(desk.freshdesk);
  desk.freshdesk.setStatus(id, 12);
  await desk.freshdesk.settle();
  expect(desk.received.map(({ headers }) => headers["x-webhook-secret"])).toEqual(["s3cret", "s3cret"]);
  const bodies = desk.received.map(({ body }) => JSON.parse(body).freshdesk_webhook);
  expect(bodies).toContainEqual(
    expect.objectContaining({
      ticket_id: String(id),
      ticket_status: "Handed to Engineering",
      ticket_contact_email: "mara@x.example",
      triggered_event: "{status:{from:Open,to:Handed to Engineering}}",
    }),
  );
});

test("12: the secret may be a password too, and private comments are in the payload", async () => {
  await using desk = await start();
  desk.freshdesk.onWebhook(desk.url, "s3cret", { secretIn: "basic", on: ["update"] });
  desk.freshdesk.addNote(ticket(desk.freshdesk).id, "Between us");
  await desk.freshdesk.settle();
  expect(desk.received).toHaveLength(1);
  expect(desk.received[0]?.headers.authorization).toBe(`Basic ${btoa("freshdesk:s3cret")}`);
  expect(desk.received[0]?.body).toContain("Between us");
});

test("12: a template of one's own is filled without escaping anything", async () => {
  await using desk = await start();
  const template = '{"id": {{ticket.id}}, "subject": "{{ticket.subject}}"}';
  desk.freshdesk.onWebhook(desk.url, "s3cret", { layout: { template } });
  const { id } = desk.freshdesk.createTicket({ email: "mara@x.example", subject: 'It says "no"\nand stops' });
  await desk.freshdesk.settle();
  expect(desk.received[0]?.body).toBe(`{"id": ${id}, "subject": "It says "no"\nand stops"}`);
});

test("12: a failed call is tried again after 5, 30 and 60 minutes, then never", async () => {
  await using desk = await start();
  desk.freshdesk.onWebhook(desk.url);
  desk.answering.status = 500;
  ticket(desk.freshdesk);
  await desk.freshdesk.settle();
  const calls = [];
  for (const wait of [4, 2, 28, 2, 58, 2, 600]) {
    await desk.freshdesk.clock.advance(wait * minute);
    await desk.freshdesk.settle();
    calls.push(desk.received.length);
  }
  expect(calls).toEqual([1, 2, 2, 3, 3, 4, 4]);
});

test("12: writes through the API come back as echoes, unless the rule says whose doings count", async () => {
  await using desk = await start();
  desk.freshdesk.onWebhook(desk.url);
  await asker(desk.freshdesk)("POST", "/tickets", draft);
  await desk.freshdesk.settle();
  expect(desk.received).toHaveLength(1);
  desk.freshdesk.onWebhook(`${desk.url}?guarded`, "", { performers: ["agent", "requester"] });
  await asker(desk.freshdesk)("POST", "/tickets", draft);
  await desk.freshdesk.settle();
  expect(desk.freshdesk.deliveries.filter(({ url }) => url.includes("guarded"))).toEqual([]);
});

test("12: calls are lost, doubled, late and out of order", async () => {
  await using desk = await start();
  desk.freshdesk.onWebhook(desk.url);
  desk.freshdesk.faults.planWebhooks("lost");
  ticket(desk.freshdesk);
  await desk.freshdesk.settle();
  expect(desk.received).toEqual([]);
  desk.freshdesk.faults.planWebhooks("doubled");
  const twice = String(ticket(desk.freshdesk).id);
  await desk.freshdesk.settle();
  expect(desk.ids()).toEqual([twice, twice]);
  desk.received.length = 0;
  desk.freshdesk.faults.planWebhooks("reordered");
  const first = String(ticket(desk.freshdesk).id);
  const second = String(ticket(desk.freshdesk).id);
  await desk.freshdesk.settle();
  expect(desk.ids()).toEqual([second, first]);
  desk.received.length = 0;
  desk.freshdesk.faults.planWebhooks("delayed");
  ticket(desk.freshdesk);
  await desk.freshdesk.settle();
  expect(desk.received).toEqual([]);
  await desk.freshdesk.clock.advance(11 * minute);
  await desk.freshdesk.settle();
  expect(desk.received).toHaveLength(1);
});

test("12: JSON is broken, and labels and numbers are not what they were", async () => {
  await using desk = await start();
  desk.freshdesk.onWebhook(desk.url);
  desk.freshdesk.faults.planWebhooks("broken-json", "renamed-labels");
  ticket(desk.freshdesk);
  await desk.freshdesk.settle();
  expect(() => JSON.parse(desk.received[0]?.body ?? "")).toThrow();
  expect(desk.received[0]?.body).toContain("Dark mode");
  const { id } = ticket(desk.freshdesk);
  await desk.freshdesk.settle();
  expect(JSON.parse(desk.received[1]?.body ?? "").freshdesk_webhook).toMatchObject({
    ticket_id: `INC-${id}`,
    ticket_status: "Open (neu)",
  });
});
