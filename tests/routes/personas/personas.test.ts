import { expect, test } from "vitest";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import { createApp } from "~/server";
import { logged, parts, useApp } from "../../support/app";
import { untilKept } from "../../support/ask";
import { signedIn, Visitor } from "../../support/browser";
import { db, useDatabase } from "../../support/database";
import { listAddresses } from "./addresses";
import { canaries, type Persona, personas } from "./canaries";
import { getPatterns } from "./get-patterns";
import { canariesIn, type Look, leaks, look, type Seen } from "./look";
import { type Stage, setStage } from "./stage";

// Each address is asked as each of eight people, and what they read is held against one written table.

useDatabase({ kept: true });

const seen: Seen[] = [];
const failed: string[] = [];
let stage: Stage;
let addresses: string[];
const viewers = new Map<string | undefined, Persona>();

useApp(
  { PAGE_CACHE_MB: 8, BASE_URL: "http://portal.example" },
  {
    showsOutbox: false,
    hearLoader: ({ viewer, path }, data) => {
      const persona = viewers.get(viewer?.id) ?? "visitor";
      note(persona, `${path} (loader)`, JSON.stringify(data) ?? "", path);
    },
  },
);

const note = (persona: Persona, path: string, text: string, asked: string): void =>
  void seen.push(...canariesIn(text, decodeURIComponent(asked)).map((canary) => ({ canary, persona, path })));

test("everybody asks for everything", { timeout: 240_000 }, async () => {
  stage = await setStage();
  addresses = await listAddresses(stage, parts().build.routes as never, getPatterns(createApp(parts())));
  await untilKept();
  for (const persona of Object.keys(personas) as Persona[]) await walk(persona);
  expect(failed).toEqual([]);
});

const atOnce = 8;

async function walk(persona: Persona): Promise<void> {
  const name = personas[persona];
  const visitor = name ? await signedIn(stage.people[name]) : new Visitor();
  if (name) viewers.set(stage.people[name].id, persona);
  const cookie = [...visitor.cookies].map((pair) => pair.join("=")).join("; ");
  const looks: Look[] = addresses.map((path) => ({ persona, cookie, path }));
  await Promise.all(Array.from({ length: atOnce }, () => takeTurns(looks)));
}

async function takeTurns(looks: Look[]): Promise<void> {
  for (let next = looks.shift(); next; next = looks.shift()) {
    const { status, text } = await look(next);
    if (status >= 500 || status === 429) failed.push(`${status} for ${next.persona} at ${next.path}`);
    note(next.persona, next.path, text, next.path);
  }
}

test("nobody reads what is not for them", () => {
  expect(leaks(seen)).toEqual([]);
});

test("whatever somebody may read is found by them, or else the test above would prove nothing", () => {
  const found = new Set(seen.map(({ canary, persona }) => `${persona} ${canary}`));
  const missed = Object.entries(canaries).flatMap(([canary, { by }]) => by.map((persona) => `${persona} ${canary}`));
  expect(missed.filter((one) => !found.has(one))).toEqual([]);
});

test("where the portal is private, whoever is not signed in reads nothing of it", { timeout: 60_000 }, async () => {
  const before = seen.length;
  expect(seen.filter(({ persona }) => persona === "visitor").length).toBeGreaterThan(50);
  await changeSettings(db, { viewer: stage.people.ada, values: { isPrivate: true } });
  await walk("visitor");
  expect(failed).toEqual([]);
  expect(seen.slice(before).map(({ canary, path }) => `${canary} at ${path}`)).toEqual([]);
});

test("nothing is logged as an error", () => {
  expect(logged.filter(({ level }) => level === "error")).toEqual([]);
});
