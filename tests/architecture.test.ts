import { readdirSync, readFileSync } from "node:fs";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { beforeAll, describe, expect, test } from "vitest";
import routes from "~/routes";
import { type Edge, readEdges, rules, violations } from "./support/architecture";
import { readPlanted } from "./support/planted-files";

let edges: Edge[] = [];
let routeFiles: ReadonlySet<string> = new Set();

beforeAll(async () => {
  edges = await readEdges();
  routeFiles = new Set(((await routes) as RouteConfigEntry[]).map(({ file }) => `app/${file}`));
}, 60_000);

test("the code is layered as docs/architecture says: two chains, both downward, and no circles", () => {
  expect(edges.length).toBeGreaterThan(300);
  expect(violations(edges, routeFiles)).toEqual([]);
});

/** One import for each rule that breaks it, so that no rule is one that cannot fail. */
const offences: Record<string, [from: string, to: string, isType?: boolean]> = {
  "db imports nothing of the app": ["db/client.server.ts", "app/env.server.ts"],
  "emails import nothing of app and db but the type of words": ["emails/sign-in.tsx", "app/i18n/index.ts"],
  "models import models and db, and the type of words": [
    "app/models/posts/move-post.server.ts",
    "app/http/forms.server.ts",
  ],
  "text imports no noun that comes after it": ["app/models/text/clean.ts", "app/models/posts/draft.ts"],
  "files imports no noun that comes after it": ["app/models/files/a.ts", "app/models/exports/b.ts"],
  "search-index imports no noun that comes after it": ["app/models/search-index/x.ts", "app/models/events/types.ts"],
  "users imports no noun that comes after it": ["app/models/users/policy.ts", "app/models/boards/draft.ts"],
  "events imports no noun that comes after it": ["app/models/events/types.ts", "app/models/posts/lifecycle.ts", true],
  "boards imports no noun that comes after it": ["app/models/boards/draft.ts", "app/models/posts/limits.ts"],
  "tags imports no noun that comes after it": ["app/models/tags/draft.ts", "app/models/posts/limits.ts"],
  "wordings imports no noun that comes after it": ["app/models/wordings/x.ts", "app/models/posts/limits.ts"],
  "posts imports no noun that comes after it": ["app/models/posts/draft.ts", "app/models/comments/draft.ts"],
  "notes imports no noun that comes after it": ["app/models/notes/x.ts", "app/models/comments/draft.ts"],
  "revisions imports no noun that comes after it": ["app/models/revisions/x.ts", "app/models/posts/post-path.ts"],
  "replies imports no noun that comes after it": ["app/models/replies/x.ts", "app/models/comments/draft.ts"],
  "synonyms imports no noun that comes after it": ["app/models/synonyms/x.ts", "app/models/comments/draft.ts"],
  "roadmaps imports no noun that comes after it": ["app/models/roadmaps/x.ts", "app/models/comments/draft.ts"],
  "comments imports no noun that comes after it": ["app/models/comments/draft.ts", "app/models/timeline/x.ts"],
  "search imports no noun that comes after it": ["app/models/search/x.ts", "app/models/timeline/x.ts"],
  "timeline imports no noun that comes after it": ["app/models/timeline/x.ts", "app/models/sign-in/x.ts"],
  "notifications imports no noun that comes after it": ["app/models/notifications/x.ts", "app/models/sign-in/x.ts"],
  "sign-in imports no noun that comes after it": ["app/models/sign-in/x.ts", "app/models/deliveries/x.ts"],
  "deliveries imports no noun that comes after it": ["app/models/deliveries/x.ts", "app/models/imports/x.ts"],
  "subscriptions imports no noun that comes after it": ["app/models/subscriptions/x.ts", "app/models/changelog/x.ts"],
  "freshdesk imports no noun that comes after it": ["app/models/freshdesk/x.ts", "app/models/imports/x.ts"],
  "demand imports no noun that comes after it": ["app/models/demand/x.ts", "app/models/companies/draft.ts"],
  "companies imports no noun that comes after it": ["app/models/companies/x.ts", "app/models/jobs/x.ts"],
  "supporters imports no noun that comes after it": ["app/models/supporters/x.ts", "app/models/jobs/x.ts"],
  "changelog imports no noun that comes after it": ["app/models/changelog/x.ts", "app/models/jobs/x.ts"],
  "inbox imports no noun that comes after it": ["app/models/inbox/x.ts", "app/models/jobs/x.ts"],
  "jobs imports no noun that comes after it": ["app/models/jobs/x.ts", "app/models/imports/x.ts"],
  "personal-data imports no noun that comes after it": ["app/models/personal-data/x.ts", "app/models/imports/x.ts"],
  "exports imports no noun that comes after it": ["app/models/exports/x.ts", "app/models/imports/x.ts"],
  "http imports models, words, the frame of pages and db": ["app/http/x.server.ts", "app/jobs/work.server.ts"],
  "ui imports no server file": ["app/ui/icon.tsx", "app/models/posts/list-posts.server.ts"],
  "routes import http, models, ui and their own folder": [
    "app/routes/theme.ts",
    "app/integrations/mail/smtp.server.ts",
  ],
  "the browser's own elements import each other and nothing else": ["app/browser/x.ts", "app/models/posts/limits.ts"],
  "jobs import models, integrations, emails and db": ["app/jobs/work.server.ts", "app/http/forms.server.ts"],
  "integrations know the environment and the log, and nothing of ours else": [
    "app/integrations/x.ts",
    "db/client.server.ts",
  ],
  "words import nothing": ["app/i18n/index.ts", "app/models/posts/lifecycle.ts"],
  "Remix stays at the edge": ["app/models/posts/draft.ts", "@remix-run/node"],
  "models call nobody": ["app/models/sign-in/request-sign-in.server.ts", "nodemailer"],
  "a file that is safe in a browser takes db and server files only as types": [
    "app/models/posts/draft.ts",
    "db/schema/posts.ts",
  ],
};

describe("each rule sees a file that breaks it", () => {
  const failing = rules
    .map(({ name }) => name)
    .filter((name) => name !== "imports imports no noun that comes after it");
  let found: string[] = [];

  beforeAll(async () => {
    const planted = Object.values(offences).map(([from, to, isType = false]) => ({ from, to, isType }));
    const ring = [
      { from: "app/models/posts/ring-a.ts", to: "app/models/posts/ring-b.ts", isType: false },
      { from: "app/models/posts/ring-b.ts", to: "app/models/posts/ring-a.ts", isType: true },
    ];
    const route = { from: "app/ui/page.tsx", to: "app/routes/theme.ts", isType: true };
    found = violations(await readPlanted([...planted, ...ring, route]), routeFiles);
  }, 60_000);

  test.each(failing)("%s", (name) => {
    const [from, to] = offences[name] ?? [];
    expect(from, "an offence against every rule").toBeDefined();
    expect(found).toContain(`${name}: ${from} → ${to}`);
  });

  test("nobody imports a route", () => {
    expect(found).toContain("nobody imports a route: app/ui/page.tsx → app/routes/theme.ts");
  });

  test("no circles, types included", () => {
    const [a, b] = ["app/models/posts/ring-a.ts", "app/models/posts/ring-b.ts"];
    expect(
      [`no circles: ${a} → ${b} → ${a}`, `no circles: ${b} → ${a} → ${b}`].filter((one) => found.includes(one)),
    ).toHaveLength(1);
  });
});

test("an import that leads nowhere is no import that passes", async () => {
  const lost = { from: "app/models/posts/draft.ts", to: "app/models/posts/nowhere.ts", isType: false };
  await expect(readPlanted([lost], { isWhole: false })).rejects.toThrow("~/models/posts/nowhere leads nowhere");
});

test("every noun has its place in the order", () => {
  const folders = readdirSync("app/models", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const placed = rules.flatMap(({ name }) => (/ imports no noun/.test(name) ? [name.split(" ")[0]] : []));
  expect(folders.map(({ name }) => name).sort()).toEqual(placed.sort());
});

test("no file has a name that says nothing", () => {
  const files = readdirSync("app", { recursive: true }) as string[];
  const empty = /(^|[/-])(services?|managers?|helpers?|utils?|repository|dto|common|misc|lib)([/.-]|$)/i;
  expect(files.filter((file) => empty.test(file))).toEqual([]);
});

test("no secret, no registry and no machine is named in what we ship", () => {
  const lock = readFileSync("package-lock.json", "utf8");
  expect(lock).not.toMatch(/"resolved"/);
});
