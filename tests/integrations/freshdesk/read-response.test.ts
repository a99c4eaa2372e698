import { expect, test } from "vitest";
import type { FreshdeskError } from "~/integrations/freshdesk/freshdesk-error";
import { limitOf } from "~/integrations/freshdesk/limits";
import { readResponse } from "~/integrations/freshdesk/read-response";
import { hasNext, read } from "~/integrations/freshdesk/read-rows";
import { conversationShape, ticketShape } from "~/integrations/freshdesk/shapes";

function response(status: number, text = "", { isWrite = false, headers = {} as Record<string, string> } = {}) {
  return { status, text, isWrite, headers: new Headers(headers) };
}

function refusal(...given: Parameters<typeof response>): FreshdeskError {
  try {
    readResponse(response(...given));
  } catch (error) {
    return error as FreshdeskError;
  }
  throw new Error("It was taken.");
}

test("ids too long for a number stay whole, and text that looks like them stays text", () => {
  const text = '{"id":12345678901234567890,"n":0.1234567890123456,"s":"say \\": 12345678901234567890"}';
  expect(readResponse(response(200, text))).toEqual({
    id: "12345678901234567890",
    n: 0.1234567890123456,
    s: 'say ": 12345678901234567890',
  });
});

test("an empty response is fine where nothing is to be said", () => {
  expect(readResponse(response(204))).toBeNull();
  expect(refusal(200)).toMatchObject({ kind: "unavailable" });
  expect(refusal(201, "", { isWrite: true })).toMatchObject({ kind: "uncertain", status: 201 });
});

test.each([
  [404, "", "not-found", "Freshdesk knows nothing by that name (404)."],
  [404, "<html>Not found</html>", "not-found", "Freshdesk knows nothing by that name (404)."],
  [405, "", "conflict", "Freshdesk cannot do this to it as it is now (405)."],
  [301, "", "refused", "Freshdesk refused it (301)."],
  [
    400,
    '{"description":"Validation failed","errors":null}',
    "refused",
    "Freshdesk refused it (400): Validation failed.",
  ],
  [400, "[1,2", "refused", "Freshdesk refused it (400)."],
  [
    403,
    '{"code":"require_feature","message":"Surveys are not on your plan"}',
    "forbidden",
    "Freshdesk does not allow the key's agent to do this (403): Surveys are not on your plan (require_feature)",
  ],
])("%i with the body %j is %s", (status, text, kind, message) => {
  const error = refusal(status, text);
  expect(error.kind).toBe(kind);
  expect(error.message.replace(/\.$/, "")).toBe(message.replace(/\.$/, ""));
});

test("how long to wait may have fractions, and is in milliseconds", () => {
  expect(refusal(429, "Slow down", { headers: { "retry-after": "34.5" } })).toMatchObject({
    kind: "rate-limited",
    retryAfter: 34_500,
  });
  expect(refusal(503, "", { headers: { "retry-after": "soon" } }).retryAfter).toBeUndefined();
});

const bare = { id: 7, status: 77, created_at: "2026-11-21T10:00:00+05:30", updated_at: "2026-11-21T10:00:00Z" };

test("a ticket with nothing in it but what it must have is understood, with unknown numbers and offsets", () => {
  expect(read(ticketShape, { ...bare, source: 99, tags: null, due_by: "soon", new_thing: {} })).toMatchObject({
    id: 7,
    status: 77,
    source: 99,
    tags: [],
    customFields: {},
    dueBy: null,
    isDeleted: false,
    createdAt: new Date("2026-11-21T04:30:00Z"),
  });
  expect(() => read(ticketShape, { ...bare, updated_at: "yesterday" })).toThrow(/updated_at/);
});

test("a conversation that does not say that it is public is private", () => {
  const said = { id: 1, ticket_id: 7, created_at: bare.created_at, updated_at: bare.updated_at };
  expect(read(conversationShape, said).isPrivate).toBe(true);
  expect(read(conversationShape, { ...said, private: "no" }).isPrivate).toBe(true);
  expect(read(conversationShape, { ...said, private: false }).isPrivate).toBe(false);
});

test("a list goes on while its link says so", () => {
  expect(hasNext(new Headers({ link: '<https://x/api/v2/tickets?page=2>; rel="next"' }))).toBe(true);
  expect(hasNext(new Headers())).toBe(false);
});

test("a limit that no plan has is taken to be the tightest", () => {
  expect([limitOf("list", 200), limitOf("list", 3000), limitOf("update", 3000), limitOf("list", 50)]).toEqual([
    20, 300, 1200, 50,
  ]);
});
