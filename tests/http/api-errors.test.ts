import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { personalTokens, rateLimits } from "#db/schema";
import { closeServer } from "~/close-server.server";
import { endpoints } from "~/endpoints";
import { apiUser } from "~/http/api-user.server";
import { type Endpoint, endpoint } from "~/http/endpoint.server";
import { readJson } from "~/http/json-body.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import type { User } from "~/models/core/users/viewer";
import { createApp } from "~/server";
import { askApi, tokenOf } from "../support/api";
import { logged, parts, useApp } from "../support/app";
import { signedIn } from "../support/browser";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

const draft = z.object({
  subject: field.line({ min: 3, max: 10 }),
  messages: z.array(z.object({ text: field.text({ max: 10 }) })).max(2),
  count: z.number(),
  raw: z.string().optional(),
});

const common = { method: "GET", body: 0, seconds: 12, guard: apiUser() } as const;

/** What goes wrong in a noun of the API, whichever it is. */
const fail = (path: string, error: () => Error): Endpoint =>
  endpoint({
    ...common,
    path,
    respond: () => {
      throw error();
    },
  });

const probes: Endpoint[] = [
  ...endpoints,
  endpoint({
    ...common,
    path: "/api/notes",
    guard: apiUser("tickets:read"),
    respond: ({ response }) => response.json({}),
  }),
  endpoint({
    ...common,
    method: "POST",
    path: "/api/notes",
    guard: apiUser("tickets:write"),
    body: 1000,
    respond: async ({ request, response }) => response.status(201).json(await readJson(request, draft)),
  }),
  endpoint({
    ...common,
    method: "DELETE",
    path: "/api/notes/:id",
    respond: ({ response }) => response.sendStatus(204),
  }),
  fail("/api/fails", () => new Error("kwxsecret")),
  fail("/api/refuses", () => new DomainError("movedMeanwhile")),
  fail("/api/forbids", () => new DomainError("forbidden")),
  fail("/api/lacks", () => new DomainError("notFound")),
  fail("/api/minds", () => new DomainError("boardNotFound", { field: "board" })),
  fail("/api/waits", () => new DomainError("tooManyRequests", { params: { count: 2 }, retryAfter: 90 })),
  endpoint({ ...common, path: "/api/hangs", seconds: 0.05, respond: () => new Promise(() => {}) }),
];

let server: Server;
let of = "";

beforeAll(async () => {
  server = createApp(parts(), probes).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  of = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => closeServer(server));

let ben: User;
let token = "";

beforeEach(async () => {
  ({ ben } = await cast("ben"));
  token = await tokenOf(ben, { scopes: ["tickets:read", "tickets:write"] });
});

const good = { subject: "Hello", messages: [{ text: "There" }], count: 1 };
const send = (body: unknown, headers = {}) => askApi("/api/notes", { of, method: "POST", token, body, headers });

test("what is sent right is read, cleaned, and answered", async () => {
  const answer = await send({ ...good, subject: "  Hello ", raw: "a\u0000b\ud800", more: 1 });
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({ ...good, raw: "ab\ufffd" });
});

test("400 names each field with what is wrong with it, in the language that is asked for", async () => {
  const answer = await send({ subject: "x", messages: [{ text: "There" }, {}] });
  expect([answer.status, answer.body.code]).toEqual([400, "invalidInput"]);
  expect(answer.body.details).toEqual([
    { field: "subject", message: "Please write at least 3 characters." },
    { field: "messages.1.text", message: "Please fill this in." },
    { field: "count", message: "Something is missing here. Please load the page again and repeat it." },
  ]);
  const german = await send({ ...good, subject: "x" }, { "Accept-Language": "de" });
  expect(german.body.details).toEqual([{ field: "subject", message: expect.stringContaining("mindestens 3") }]);
});

test.each<[string, unknown, Record<string, string>, number, string]>([
  ["no JSON", "{", {}, 400, "malformed"],
  ["nothing", "", {}, 400, "malformed"],
  ["depths", "[".repeat(900), {}, 400, "malformed"],
  ["a form", "subject=x", { "Content-Type": "application/x-www-form-urlencoded" }, 415, "notJson"],
  ["text", "{}", { "Content-Type": "text/plain" }, 415, "notJson"],
  ["another encoding", "{}", { "Content-Type": "application/json; charset=utf-16" }, 415, "notJson"],
  ["what is compressed", "{}", { "Content-Encoding": "gzip" }, 415, "notJson"],
  ["too much", { ...good, more: "x".repeat(1000) }, {}, 413, "tooLarge"],
])("of %s it says what is wrong", async (_, body, headers, status, code) => {
  expect(await send(body, headers)).toMatchObject({ status, body: { code, error: expect.stringMatching(/\.$/) } });
});

test.each([
  ["/api/fails", 500, "unexpected"],
  ["/api/refuses", 409, "movedMeanwhile"],
  ["/api/forbids", 403, "forbidden"],
  ["/api/lacks", 404, "notFound"],
  ["/api/minds", 400, "boardNotFound"],
  ["/api/waits", 429, "tooManyRequests"],
  ["/api/hangs", 503, "databaseAway"],
  ["/api/nowhere", 404, "notFound"],
  ["/api", 404, "notFound"],
  ["/api/", 404, "notFound"],
  ["/API/nowhere", 404, "notFound"],
  ["/api/notes/%00", 404, "notFound"],
  ["/api/notes/%ff", 400, "malformed"],
  ["/api/me?_data=root", 404, "notFound"],
])("%s says %i in the one shape", async (path, status, code) => {
  const answer = await askApi(path, { of, token, headers: { Accept: "text/html" } });
  expect(answer).toMatchObject({ status, body: { code, error: expect.stringMatching(/\w/) } });
  expect(Object.keys(answer.body).filter((key) => !["error", "code", "details"].includes(key))).toEqual([]);
  expect(JSON.stringify(answer.body)).not.toContain("kwxsecret");
  expect(answer.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
});

test("what it expects to go wrong is nobody's error; what it does not is logged, and 429 says when", async () => {
  logged.length = 0;
  expect((await askApi("/api/waits", { of, token })).headers.get("Retry-After")).toBe("90");
  expect((await askApi("/api/minds", { of, token })).body.details).toEqual([
    { field: "board", message: "This board does not exist. Please choose another one." },
  ]);
  expect(logged.filter(({ level }) => level === "error")).toEqual([]);
  await askApi("/api/fails", { of, token });
  expect(logged.filter(({ level }) => level === "error").length).toBeGreaterThan(0);
  logged.length = 0;
});

test("405 says by which methods an address is asked", async () => {
  const by = async (method: string, path: string) => {
    const { status, headers, body } = await askApi(path, { of, method, token });
    return [status, headers.get("Allow"), body.code];
  };
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
    expect(await by(method, "/api/me")).toEqual([405, "GET, HEAD", "methodNotAllowed"]);
  }
  expect(await by("PUT", "/api/notes")).toEqual([405, "GET, HEAD, POST", "methodNotAllowed"]);
  expect(await by("GET", "/api/notes/1")).toEqual([405, "DELETE", "methodNotAllowed"]);
  expect(await by("PUT", "/api/nowhere")).toEqual([404, null, "notFound"]);
  expect((await askApi("/api/me", { of, method: "HEAD", token })).status).toBe(200);
});

test("a token does what its scopes say and nothing else", async () => {
  const reading = await tokenOf(ben, { scopes: ["tickets:read"] });
  expect((await askApi("/api/notes", { of, token: reading })).status).toBe(200);
  expect(await askApi("/api/notes", { of, token: reading, method: "POST", body: good })).toMatchObject({
    status: 403,
    body: { code: "scopeMissing", error: expect.stringContaining("tickets:write") },
  });
  expect(await askApi("/api/notes/1", { of, token: reading, method: "DELETE" })).toMatchObject({ status: 204 });
});

test("a session writes from a page of ours and from nowhere else; a token from wherever it is", async () => {
  const Cookie = `session=${(await signedIn(ben)).cookies.get("session")}`;
  const write = async (headers: object) =>
    (await askApi("/api/notes", { of, method: "POST", body: good, headers: { ...headers } })).status;
  expect(await write({ Cookie })).toBe(403);
  expect(await write({ Cookie, Origin: "https://evil.example" })).toBe(403);
  expect(await write({ Cookie, "Sec-Fetch-Site": "cross-site" })).toBe(403);
  expect(await write({ Cookie, Origin: of })).toBe(201);
  expect(await write({ Cookie, "Sec-Fetch-Site": "same-origin" })).toBe(201);
  expect(await write({})).toBe(401);
  expect((await send(good)).status).toBe(201);
  expect((await send(good, { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" })).status).toBe(201);
});

test("a token has its share of requests, and another of its owner's has its own", async () => {
  const [{ id } = { id: "" }] = await db.select({ id: personalTokens.id }).from(personalTokens);
  const inTenMinutes = Date.now() + 600_000;
  await db.insert(rateLimits).values({ key: `api:${id}`, points: 1079, expire: inTenMinutes });
  const ask = async (of: string, token: string) => (await askApi("/api/me", { of, token })).status;
  const first = await Promise.all(Array.from({ length: 121 }, () => ask(of, token)));
  expect(first.filter((status) => status !== 200)).toEqual([]);
  const refused = await askApi("/api/me", { of, token });
  expect(refused).toMatchObject({ status: 429, body: { code: "tooManyRequests" } });
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(500);
  expect(await ask(of, await tokenOf(ben))).toBe(200);
});
