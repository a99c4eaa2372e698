import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { EnvError, readEnv } from "~/env.server";
import { requireReachable } from "~/require-reachable.server";

const folder = mkdtempSync(path.join(tmpdir(), "groundswell-env-"));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (variables: Record<string, string>) => readEnv(variables as NodeJS.ProcessEnv);

test("nothing is needed for the demo: every value has a default, and a secret is made once and kept", () => {
  const env = read({ DATA_DIR: folder });
  expect(env).toMatchObject({ PORT: 3000, LOG_LEVEL: "info" });
  expect(env.SESSION_SECRET).toHaveLength(64);
  expect(read({ DATA_DIR: folder }).SESSION_SECRET).toBe(env.SESSION_SECRET);
});

test("all faults are named at once", () => {
  const wrong = {
    PORT: "http",
    BASE_URL: "feedback",
    DATABASE_URL: "mysql://x",
    DATABASE_PREPARE: "perhaps",
    ADMIN_EMAIL: "ada",
    SESSION_SECRET: "short",
    FRESHDESK_DOMAIN: "not a host",
    FRESHDESK_WEBHOOK_SECRET: "short",
  };
  const faults = catchError(() => read({ ...wrong, DATA_DIR: folder }));
  expect(faults).toBeInstanceOf(EnvError);
  for (const name of Object.keys(wrong)) expect(faults.message).toContain(name);
});

test("production on a server needs a secret, and says how to make one", () => {
  const production = { NODE_ENV: "production", DATABASE_URL: "postgres://x/y", DATA_DIR: folder };
  expect(catchError(() => read(production)).message).toMatch(/SESSION_SECRET is missing.*openssl rand/s);
  expect(read({ ...production, SESSION_SECRET: "x".repeat(32) }).SESSION_SECRET).toHaveLength(32);
});

test("production on a server needs mail and its own address, unless MAIL=none says that nobody is to sign in", () => {
  const secret = "x".repeat(32);
  const bare = { NODE_ENV: "production", DATABASE_URL: "postgres://x/y", SESSION_SECRET: secret, DATA_DIR: folder };
  const start = (more: Record<string, string>) => () => requireReachable(read({ ...bare, ...more }));
  expect(catchError(start({})).message).toMatch(/BASE_URL is missing.*SMTP_URL and RESEND_API_KEY are missing/s);
  const site = { BASE_URL: "https://feedback.example.com" };
  expect(start(site)).toThrow(/set MAIL=none/);
  const enough = { SMTP_URL: "smtp://mail", RESEND_API_KEY: "re_1", MAIL: "none", JOBS: "elsewhere" };
  for (const [name, value] of Object.entries(enough)) expect(start({ ...site, [name]: value })).not.toThrow();
  expect(start({ NODE_ENV: "development" })).not.toThrow();
});

test("an empty value counts as absent", () => {
  expect(read({ PORT: "", BASE_URL: "", DATA_DIR: folder }).PORT).toBe(3000);
});

test("a Freshdesk account is named by its host or its address", () => {
  for (const domain of ["acme.freshdesk.com", "http://127.0.0.1:3750"]) {
    const account = { FRESHDESK_DOMAIN: domain, FRESHDESK_API_KEY: "key", DATA_DIR: folder };
    expect(read(account).FRESHDESK_DOMAIN).toBe(domain);
    const keyless = { FRESHDESK_DOMAIN: domain, DATA_DIR: folder };
    expect(catchError(() => read(keyless)).message).toContain("FRESHDESK_API_KEY is missing");
  }
});

test("mail that would never be read is not taken in", () => {
  const secret = { INBOUND_SECRET: "x".repeat(16), DATA_DIR: folder };
  expect(catchError(() => read(secret)).message).toContain("INBOUND_DOMAIN is missing; INBOUND_SECRET needs it.");
  expect(read({ ...secret, INBOUND_DOMAIN: "in.example.com" }).INBOUND_DOMAIN).toBe("in.example.com");
  expect(read({ INBOUND_DOMAIN: "in.example.com", DATA_DIR: folder }).INBOUND_SECRET).toBeUndefined();
});

test(".env.example names every variable that is read, and no other", () => {
  const example = readFileSync(".env.example", "utf8");
  const named = [...example.matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name).sort();
  const source = readFileSync("app/env.server.ts", "utf8");
  const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name).sort();
  expect(named).toEqual(read);
});

function catchError(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error("Nothing was thrown.");
}
