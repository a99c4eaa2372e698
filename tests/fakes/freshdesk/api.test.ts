import { afterEach, beforeEach, expect, test } from "vitest";
import { day, hour, minute, second } from "../../../fakes/freshdesk/clock";
import { type Freshdesk, startFreshdesk } from "../../../fakes/freshdesk/freshdesk";
import { asker, draft, faultsOf } from "./ask";

// Each test is named after its point in the checklist of the facts.
let freshdesk: Freshdesk;
let ask: ReturnType<typeof asker>;

beforeEach(async () => {
  freshdesk = await startFreshdesk({ clock: { speed: 0, start: Date.UTC(2026, 5, 1) }, rate: { plan: "bought2000" } });
  ask = asker(freshdesk);
});
afterEach(() => freshdesk.stop());

const mara = { email: "mara@northwind.example" };

test("1: a key with any password; none gives 401, one with a lesser role 403", async () => {
  expect((await ask("GET", "/agents/me")).json).toMatchObject({ type: "support_agent", ticket_scope: 1 });
  const wrong = await asker(freshdesk, "wrong")("GET", "/agents/me");
  expect([wrong.status, wrong.json.code]).toEqual([401, "invalid_credentials"]);
  const observer = asker(freshdesk, freshdesk.restrictedKey);
  expect((await observer("GET", "/tickets")).status).toBe(200);
  const denied = await observer("POST", "/tickets", draft);
  expect([denied.status, denied.json.code]).toEqual([403, "access_denied"]);
});

test("1: what is no JSON, no known address, no known verb or not acceptable is refused", async () => {
  expect((await ask("POST", "/tickets", "{", {})).json.code).toBe("invalid_json");
  expect((await ask("POST", "/tickets", "a=b", { "content-type": "text/plain" })).status).toBe(415);
  expect((await ask("GET", "/tickets", undefined, { accept: "text/html" })).status).toBe(406);
  expect((await ask("PATCH", "/tickets")).status).toBe(405);
  const nowhere = await ask("GET", "/nothing");
  expect([nowhere.status, nowhere.text]).toEqual([404, ""]);
});

test("3: due dates are null at first, and old after a change", async () => {
  const { json } = await ask("POST", "/tickets", draft);
  expect([json.due_by, json.fr_due_by]).toEqual([null, null]);
  await freshdesk.clock.advance(6 * second);
  const { due_by } = (await ask("GET", `/tickets/${json.id}`)).json;
  expect(due_by).toBe("2026-06-04T00:00:00Z");
  expect((await ask("PUT", `/tickets/${json.id}`, { priority: 4 })).json.due_by).toBe(due_by);
  await freshdesk.clock.advance(6 * second);
  expect((await ask("GET", `/tickets/${json.id}`)).json.due_by).toBe("2026-06-01T04:00:00Z");
  const given = await ask("POST", "/tickets", { ...draft, due_by: "2026-07-01T00:00Z", fr_due_by: "2026-06-20" });
  expect(given.json.due_by).toBe("2026-07-01T00:00:00Z");
});

test("3: creating answers 201, with the address of the new ticket", async () => {
  const { status, headers, json } = await ask("POST", "/tickets", draft);
  expect(status).toBe(201);
  expect(headers.get("location")).toBe(`${freshdesk.url}/api/v2/tickets/${json.id}`);
  expect(headers.get("x-freshdesk-api-version")).toBe("latest=v2; requested=v2");
});

test("4: the search knows of a write minutes later, the list at once", async () => {
  const { json } = await ask("POST", "/tickets", { ...draft, tags: ["gs-1"] });
  const search = async () => (await ask("GET", `/search/tickets?query=${encodeURIComponent(`"tag:'gs-1'"`)}`)).json;
  expect((await ask("GET", "/tickets")).json).toHaveLength(1);
  expect(await search()).toEqual({ total: 0, results: [] });
  await freshdesk.clock.advance(4 * minute);
  expect(await search()).toMatchObject({ total: 1, results: [{ id: json.id, status: 2 }] });
  await ask("PUT", `/tickets/${json.id}`, { status: 4 });
  expect((await search()).results[0].status).toBe(2);
  await freshdesk.clock.advance(4 * minute);
  expect((await search()).results[0].status).toBe(4);
});

test("5: the list goes back thirty days unless it is told since when", async () => {
  freshdesk.createTicket(mara);
  await freshdesk.clock.advance(31 * day);
  expect((await ask("GET", "/tickets")).json).toEqual([]);
  expect((await ask("GET", "/tickets?updated_since=2026-05-30T00:00:00Z")).json).toHaveLength(1);
});

test("5: pages have limits, a link to the next one, and no descriptions", async () => {
  for (let i = 0; i < 3; i++) freshdesk.createTicket({ ...mara, description: "<p>Hi</p>" });
  const first = await ask("GET", "/tickets?per_page=2");
  expect(first.headers.get("link")).toMatch(/^<http.+[?&]page=2.*>; rel="next"$/);
  expect(first.json[0]).not.toHaveProperty("description");
  const last = await ask("GET", "/tickets?per_page=2&page=2&include=description");
  expect(last.headers.get("link")).toBeNull();
  expect(last.json).toMatchObject([{ description_text: "Hi" }]);
  expect(faultsOf(await ask("GET", "/tickets?per_page=101"))).toEqual([["per_page", "invalid_value"]]);
  expect(faultsOf(await ask("GET", "/tickets?page=301"))).toEqual([["page", "invalid_value"]]);
  expect(faultsOf(await ask("GET", "/tickets?page=0"))).toEqual([["page", "invalid_value"]]);
});

test("5: tickets are found by requester, and sorted as asked", async () => {
  const a = freshdesk.createTicket({ email: "a+b@x.example" });
  await freshdesk.clock.advance(minute);
  const b = freshdesk.createTicket(mara);
  await freshdesk.clock.advance(minute);
  freshdesk.setStatus(a.id, 3);
  const numbers = async (query: string) =>
    (await ask("GET", `/tickets?${query}`)).json.map(({ id }: { id: number }) => id);
  expect(await numbers("email=a%2Bb%40x.example")).toEqual([a.id]);
  expect(await numbers("order_by=updated_at&order_type=asc")).toEqual([b.id, a.id]);
  expect(await numbers("")).toEqual([b.id, a.id]);
  expect((await ask("GET", "/tickets?order_by=id")).status).toBe(400);
});

test("6: the search's grammar, and its limits", async () => {
  const ids = [2, 3, 12].map((status) => freshdesk.createTicket({ ...mara, status, priority: 2 }).id);
  freshdesk.update(ids[0] ?? 0, { custom_fields: { cf_affected: 5, cf_severity: "S1" }, tags: ["a b"] });
  await freshdesk.clock.advance(hour);
  const search = (query: string, page = 1) =>
    ask("GET", `/search/tickets?page=${page}&query=${encodeURIComponent(`"${query}"`)}`);
  const found = async (query: string) =>
    (await search(query)).json.results.map(({ id }: { id: number }) => ids.indexOf(id)).sort();
  expect(await found("status:2")).toEqual([0]);
  expect(await found("status:3 OR status:12")).toEqual([1, 2]);
  expect(await found("priority:2 AND (status:2 OR status:3)")).toEqual([0, 1]);
  expect(await found("status:>3 AND status:<12")).toEqual([1, 2]);
  expect(await found("cf_affected:>4 AND cf_severity:'S1'")).toEqual([0]);
  expect(await found("cf_severity:null")).toEqual([1, 2]);
  expect(await found("tag:'a b'")).toEqual([0]);
  expect(await found("created_at:'2026-06-01' AND updated_at:<'2026-06-01'")).toEqual([0, 1, 2]);
  expect((await search("status:2", 11)).status).toBe(400);
  expect((await search(`tag:'${"x".repeat(512)}'`)).status).toBe(400);
  expect(faultsOf(await search("subject:'x'"))).toEqual([["subject", "invalid_field"]]);
  expect(faultsOf(await search("status:2 NOT status:3"))).toEqual([["query", "invalid_value"]]);
  expect((await ask("GET", "/search/tickets?query=status:2")).status).toBe(400);
  for (let i = 0; i < 40; i++) freshdesk.createTicket(mara);
  await freshdesk.clock.advance(hour);
  const { json } = await search("priority:1", 2);
  expect([json.total, json.results.length]).toEqual([40, 10]);
});

test("7: a deleted ticket keeps answering with its flag, cannot be written to, and comes back", async () => {
  const { id } = freshdesk.createTicket(mara);
  expect((await ask("DELETE", `/tickets/${id}`)).status).toBe(204);
  expect((await ask("GET", "/tickets")).json).toEqual([]);
  expect((await ask("GET", "/tickets?filter=deleted")).json).toMatchObject([{ id, deleted: true }]);
  expect((await ask("GET", `/tickets/${id}`)).json.deleted).toBe(true);
  expect((await ask("PUT", `/tickets/${id}`, { status: 3 })).status).toBe(405);
  expect((await ask("DELETE", `/tickets/${id}`)).status).toBe(405);
  freshdesk.account.habits.removed = "forbidden";
  expect((await ask("GET", `/tickets/${id}`)).status).toBe(403);
  freshdesk.account.habits.removed = "missing";
  expect((await ask("GET", `/tickets/${id}`)).status).toBe(404);
  expect((await ask("PUT", `/tickets/${id}/restore`)).status).toBe(204);
  expect((await ask("GET", "/tickets")).json).toHaveLength(1);
});

test("7: spam likewise", async () => {
  const { id } = freshdesk.createTicket(mara);
  freshdesk.markSpam(id);
  expect((await ask("GET", "/tickets")).json).toEqual([]);
  expect((await ask("GET", "/tickets?filter=spam")).json).toMatchObject([{ id, spam: true }]);
  expect((await ask("PUT", `/tickets/${id}`, { status: 3 })).status).toBe(405);
});

test("7: merging closes the others, with notes on both sides", async () => {
  const [into, other] = [freshdesk.createTicket(mara).id, freshdesk.createTicket(mara).id];
  expect((await ask("PUT", "/tickets/merge", { primary_id: into, ticket_ids: [other] })).status).toBe(204);
  const { json } = await ask("GET", `/tickets/${other}?include=conversations,stats,requester,company`);
  expect(json).toMatchObject({ status: 5, requester: { email: mara.email }, company: {} });
  expect(json.stats.closed_at).toBe("2026-06-01T00:00:00Z");
  expect(json.conversations).toMatchObject([
    { private: true, body_text: `This ticket is closed and merged into ticket ${into}` },
  ]);
  expect(freshdesk.conversations(into)).toMatchObject([{ private: true }]);
});

test("7: what is closed for 120 days is archived", async () => {
  const { id } = freshdesk.createTicket({ ...mara, status: 5 });
  await freshdesk.clock.advance(119 * day);
  expect((await ask("GET", `/tickets/${id}`)).status).toBe(200);
  await freshdesk.clock.advance(2 * day);
  expect((await ask("GET", `/tickets/${id}`)).status).toBe(404);
  expect((await ask("GET", `/tickets/archived/${id}`)).json).toMatchObject({ id, status: 5 });
  expect((await ask("GET", `/tickets/archived/${id}/conversations`)).json).toEqual([]);
});

test("8: everything wrong with a ticket is told at once", async () => {
  expect(faultsOf(await ask("POST", "/tickets", { email: "x@y.example" }))).toEqual([
    ["subject", "missing_field"],
    ["status", "missing_field"],
    ["priority", "missing_field"],
    ["description", "missing_field"],
  ]);
  const bad = {
    ...draft,
    status: 99,
    type: "Nonsense",
    priority: "high",
    nope: 1,
    custom_fields: { cf_seen_on: "today" },
  };
  expect(faultsOf(await ask("POST", "/tickets", bad)).sort()).toEqual([
    ["cf_seen_on", "invalid_value"],
    ["nope", "invalid_field"],
    ["priority", "datatype_mismatch"],
    ["status", "invalid_value"],
    ["type", "invalid_value"],
  ]);
  expect(freshdesk.account.tickets.size).toBe(0);
});

test("8: a field that the account requires is required", async () => {
  const severity = freshdesk.account.fields.find(({ name }) => name === "cf_severity");
  if (severity) severity.required_for_agents = true;
  expect(faultsOf(await ask("POST", "/tickets", draft))).toEqual([["cf_severity", "missing_field"]]);
  expect((await ask("POST", "/tickets", { ...draft, custom_fields: { cf_severity: "S1" } })).status).toBe(201);
});

test("8: a new ticket has no empty fields, a change may empty them", async () => {
  const own = { cf_severity: null, cf_portal_post: "" };
  expect(faultsOf(await ask("POST", "/tickets", { ...draft, custom_fields: own }))).toEqual([
    ["cf_severity", "datatype_mismatch"],
    ["cf_portal_post", "invalid_value"],
  ]);
  const { json } = await ask("POST", "/tickets", { ...draft, custom_fields: { cf_severity: "S1" } });
  const emptied = await ask("PUT", `/tickets/${json.id}`, { custom_fields: { cf_severity: null } });
  expect(emptied.json.custom_fields.cf_severity).toBeNull();
});

test("8: a requester is found, made, or asked for", async () => {
  const { email: _email, ...nobody } = draft;
  expect(faultsOf(await ask("POST", "/tickets", nobody))).toEqual([["requester_id", "missing_field"]]);
  expect(faultsOf(await ask("POST", "/tickets", { ...nobody, phone: "123" }))).toEqual([["name", "missing_field"]]);
  const first = (await ask("POST", "/tickets", draft)).json.requester_id;
  expect((await ask("POST", "/tickets", { ...draft, email: draft.email.toUpperCase() })).json.requester_id).toBe(first);
  const agents = await ask("POST", "/tickets", { ...draft, email: "ines@acme.example" });
  expect(freshdesk.account.agents.has(agents.json.requester_id), "the agent's own contact").toBe(true);
});

test("8: a contact's address is there once", async () => {
  const made = await ask("POST", "/contacts", { name: "Mara", email: "mara@x.example" });
  expect(made.status).toBe(201);
  const again = await ask("POST", "/contacts", { name: "Mara", email: "MARA@x.example" });
  expect([again.status, ...faultsOf(again)]).toEqual([409, ["email", "duplicate_value"]]);
  expect((await ask("DELETE", `/contacts/${made.json.id}/hard_delete`)).status).toBe(400);
  expect((await ask("DELETE", `/contacts/${made.json.id}`)).status).toBe(204);
  expect((await ask("PUT", `/contacts/${made.json.id}`, { name: "M" })).status).toBe(405);
  expect((await ask("DELETE", `/contacts/${made.json.id}/hard_delete`)).status).toBe(204);
  expect((await ask("GET", `/contacts/${made.json.id}`)).status).toBe(404);
});

function form(...files: [name: string, bytes: number, type?: string][]): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(draft)) body.append(name, String(value));
  body.append("tags[]", "one");
  body.append("custom_fields[cf_portal_reference]", "gs-1");
  for (const [name, bytes, type = "image/png"] of files) {
    body.append("attachments[]", new Blob([new Uint8Array(bytes)], { type }), name);
  }
  return body;
}

test("9: files come in forms", async () => {
  const { status, json } = await ask("POST", "/tickets", form(["a.png", 10], ["b.png", 20]));
  expect(status).toBe(201);
  expect(json).toMatchObject({
    tags: ["one"],
    status: 2,
    custom_fields: { cf_portal_reference: "gs-1" },
    attachments: [
      { name: "a.png", size: 10, content_type: "image/png" },
      { name: "b.png", size: 20 },
    ],
  });
});

test("9: a file without a name, an empty one and a string are refused; broken custom fields are a fault", async () => {
  const noName = form();
  noName.append("attachments[]", "just text");
  expect(faultsOf(await ask("POST", "/tickets", noName))).toEqual([["attachments", "datatype_mismatch"]]);
  expect(faultsOf(await ask("POST", "/tickets", form(["a.png", 0])))).toEqual([["attachments", "invalid_value"]]);
  const asJson = await ask("POST", "/tickets", { ...draft, attachments: ["a.png"] });
  expect(faultsOf(asJson)).toEqual([["attachments", "datatype_mismatch"]]);
  const nested = form();
  nested.append("custom_fields", "[object Object]");
  expect((await ask("POST", "/tickets", nested)).json.code).toBe("internal_error");
});

test("9: a ticket and its conversations have 20 MB together", async () => {
  const { json } = await ask("POST", "/tickets", form(["a.bin", 12 * 1024 * 1024]));
  const note = (bytes: number) => {
    const body = new FormData();
    body.append("body", "More");
    body.append("attachments[]", new Blob([new Uint8Array(bytes)], { type: "text/plain" }), "b.txt");
    return ask("POST", `/tickets/${json.id}/notes`, body);
  };
  expect((await note(7 * 1024 * 1024)).status).toBe(201);
  expect(faultsOf(await note(2 * 1024 * 1024))).toEqual([["attachments", "invalid_value"]]);
});

test("11: notes are private unless they are not, and replies send mail", async () => {
  const { id } = freshdesk.createTicket(mara);
  const note = await ask("POST", `/tickets/${id}/notes`, { body: "<b>Hm</b>" });
  expect(note.json).toMatchObject({ private: true, incoming: false, source: 2, body_text: "Hm", notified_to: [] });
  const open = await ask("POST", `/tickets/${id}/notes`, { body: "Open", private: false });
  expect(open.json.private).toBe(false);
  expect(freshdesk.account.mails).toEqual([]);
  const reply = await ask("POST", `/tickets/${id}/reply`, { body: "Hello" });
  expect(reply.json).toMatchObject({ source: 0, private: false, replied_to: [mara.email] });
  expect(freshdesk.account.mails).toMatchObject([{ to: mara.email, body: "Hello" }]);
  expect(faultsOf(await ask("POST", `/tickets/${id}/notes`, {}))).toEqual([["body", "missing_field"]]);
  expect((await ask("PUT", `/conversations/${reply.json.id}`, { body: "No" })).status).toBe(405);
  expect((await ask("DELETE", `/conversations/${note.json.id}`)).status).toBe(204);
  expect((await ask("GET", `/tickets/${id}/conversations`)).json).toHaveLength(2);
});

test("11: conversations come thirty to a page, and ten with their ticket", async () => {
  const { id } = freshdesk.createTicket(mara);
  for (let i = 0; i < 35; i++) freshdesk.addNote(id, `Note ${i}`);
  const first = await ask("GET", `/tickets/${id}/conversations`);
  expect([first.json.length, first.json[0].body]).toEqual([30, "Note 0"]);
  expect(first.headers.get("link")).toContain("page=2");
  expect((await ask("GET", `/tickets/${id}?include=conversations`)).json.conversations).toHaveLength(10);
});

test("13: statuses and sources that no documentation lists", async () => {
  freshdesk.createTicket({ ...mara, status: 12, source: 15 });
  expect((await ask("GET", "/tickets")).json).toMatchObject([{ status: 12, source: 15 }]);
  const fields = (await ask("GET", "/ticket_fields")).json;
  const choices = (name: string) => fields.find((field: { name: string }) => field.name === name).choices;
  expect(choices("status")["12"]).toEqual(["Handed to Engineering", "Being Processed"]);
  expect(choices("source")["Web Chat"]).toBe(15);
  expect(choices("cf_area").Mobile.Sync).toEqual(["Android", "iOS"]);
  expect((await ask("GET", "/ticket_fields?type=default_status")).json).toHaveLength(1);
});
