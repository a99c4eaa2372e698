import { readdirSync, readFileSync } from "node:fs";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { beforeAll, describe, expect, test } from "vitest";
import routes from "~/routes";
import { type Edge, readEdges, rules, violations, wings } from "./support/architecture";
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

test("every noun stands in a wing", () => {
  const folders = readdirSync("app/models", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !(name in wings))).toEqual([]);
});

/** One import for each rule that breaks it, so that no rule is one that cannot fail. */
const offences: Record<string, [from: string, to: string, isType?: boolean]> = {
  "db imports nothing of the app": ["db/client.server.ts", "app/env.server.ts"],
  "emails import nothing of app and db but the type of words": ["emails/sign-in.tsx", "app/i18n/index.ts"],
  "fakes import nothing of ours": ["fakes/freshdesk/clock.ts", "app/models/feedback/posts/limits.ts"],
  "the product imports neither fakes nor tests": ["app/cli/demo/run-demo.server.ts", "fakes/freshdesk/freshdesk.ts"],
  "models import models, db, the list of languages, and the type of words": [
    "app/models/feedback/posts/move-post.server.ts",
    "app/http/forms.server.ts",
  ],
  "core imports wings below it only": ["app/models/core/events/x.ts", "app/models/feedback/posts/lifecycle.ts", true],
  "telling imports wings below it only": ["app/models/telling/x/y.ts", "app/models/feedback/posts/post-path.ts"],
  "feedback imports wings below it only": ["app/models/feedback/posts/x.ts", "app/models/tellers.server.ts"],
  "help imports wings below it only": ["app/models/help/articles/x.ts", "app/models/feedback/posts/limits.ts"],
  "support imports wings below it only": ["app/models/support/x/y.ts", "app/models/admin/jobs/list-jobs.server.ts"],
  "insights imports wings below it only": ["app/models/insights/x/y.ts", "app/models/admin/imports/row.ts"],
  "admin imports wings below it only": ["app/models/admin/x/y.ts", "app/models/insights/requests/effort.ts"],
  "http imports models, words, the frame of pages and db": ["app/http/x.server.ts", "app/jobs/work.server.ts"],
  "endpoints import http, models and words": ["app/endpoints/health.server.ts", "app/jobs/work.server.ts"],
  "ui imports no server file": ["app/ui/icon.tsx", "app/models/feedback/posts/list-posts.server.ts"],
  "routes import http, models, ui and their own folder": [
    "app/routes/theme.ts",
    "app/integrations/mail/smtp.server.ts",
  ],
  "the browser's own elements import each other and nothing else": [
    "app/browser/x.ts",
    "app/models/feedback/posts/limits.ts",
  ],
  "jobs import models, integrations, emails and db": ["app/jobs/work.server.ts", "app/http/forms.server.ts"],
  "integrations know the environment and the log, and nothing of ours else": [
    "app/integrations/x.ts",
    "db/client.server.ts",
  ],
  "words import nothing": ["app/i18n/index.ts", "app/models/feedback/posts/lifecycle.ts"],
  "Remix stays at the edge": ["app/models/feedback/posts/draft.ts", "@remix-run/node"],
  "models call nobody": ["app/models/core/sign-in/request-sign-in.server.ts", "nodemailer"],
  "a file that is safe in a browser takes db and server files only as types": [
    "app/models/feedback/posts/draft.ts",
    "db/schema/feedback/posts.ts",
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
      { from: "app/models/feedback/posts/ring-a.ts", to: "app/models/feedback/posts/ring-b.ts", isType: false },
      { from: "app/models/feedback/posts/ring-b.ts", to: "app/models/feedback/posts/ring-a.ts", isType: true },
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
    const [a, b] = ["app/models/feedback/posts/ring-a.ts", "app/models/feedback/posts/ring-b.ts"];
    expect(
      [`no circles: ${a} → ${b} → ${a}`, `no circles: ${b} → ${a} → ${b}`].filter((one) => found.includes(one)),
    ).toHaveLength(1);
  });
});

test("an import that leads nowhere is no import that passes", async () => {
  const lost = {
    from: "app/models/feedback/posts/draft.ts",
    to: "app/models/feedback/posts/nowhere.ts",
    isType: false,
  };
  await expect(readPlanted([lost], { isWhole: false })).rejects.toThrow(
    "~/models/feedback/posts/nowhere leads nowhere",
  );
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
