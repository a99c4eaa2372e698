import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rows } from "#db/client.server";
import { deliveries, mailTokens, sessions } from "#db/schema";
import { exportedTables, leftOutTables } from "~/models/admin/exports/tables.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { addBoard, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { exportBytes } from "../../../support/portal-export";
import { unzip } from "../../../support/zip";

useDatabase();

const soon = new Date(Date.now() + 60_000);

async function populate() {
  const { ada, ben } = await cast("ada", "ben");
  const board = await addBoard();
  await post(ben, idea(board, { title: '=HYPERLINK("http://bad.example")', body: "Line one\nline “two”" }));
  await post(ada, bug(board, { title: "+1 from me" }));
  await castVote(db, { viewer: ada, number: 1 });
  return { ada, ben };
}

const text = (files: Map<string, Buffer>, path: string) => files.get(path)?.toString() ?? "";
const lines = (files: Map<string, Buffer>, path: string) =>
  text(files, path)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("every table of the database is exported or left out for a reason", async () => {
  const tables = await rows<{ name: string }>(
    db,
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const named = [...exportedTables, ...leftOutTables].map(({ name }) => name);
  expect(named.sort()).toEqual(tables.map(({ name }) => name).sort());
  expect(leftOutTables.every(({ reason }) => reason.length > 5)).toBe(true);
  expect(exportedTables.every(({ key, columns }) => key.length > 0 && columns.length > 0)).toBe(true);
});

test("an export holds every table as CSV and as JSON Lines, and says so with counts and checksums", async () => {
  await populate();
  const files = await unzip(await exportBytes(db));
  const manifest = JSON.parse(text(files, "manifest.json"));
  expect(manifest).toMatchObject({
    format: "groundswell-export",
    formatVersion: 1,
    appVersion: "1.2.3",
    createdAt: "2026-03-01T12:00:00.000Z",
    attachments: [],
  });
  expect(manifest.schemaVersion).toBeGreaterThan(1_700_000_000_000);
  const listed = manifest.tables.flatMap(({ files }: { files: { path: string }[] }) => files);
  expect([...files.keys()]).toEqual([...listed.map(({ path }: { path: string }) => path), "manifest.json"]);
  for (const { path, bytes, sha256 } of listed) {
    const content = files.get(path) ?? Buffer.alloc(0);
    expect(content.length).toBe(bytes);
    expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
  }
  expect(manifest.tables.find(({ name }: { name: string }) => name === "posts")).toMatchObject({ rows: 2, next: null });
  expect(lines(files, "tables/posts.jsonl")[0]).toMatchObject({
    number: 1,
    title: '=HYPERLINK("http://bad.example")',
    body_markdown: "Line one\nline “two”",
    vote_count: expect.any(Number),
  });
  expect(lines(files, "tables/posts.jsonl")[0]).not.toHaveProperty("hot");
  expect(
    lines(files, "tables/users.jsonl")
      .map(({ email }) => email)
      .sort(),
  ).toEqual(["ada@example.com", "ben@example.com"]);
});

test("a spreadsheet takes nobody's text for a formula", async () => {
  await populate();
  const csv = text(await unzip(await exportBytes(db)), "tables/posts.csv");
  expect(csv).toContain(`"'=HYPERLINK(""http://bad.example"")"`);
  expect(csv).toContain(",'+1 from me,");
  expect(csv.startsWith("\uFEFFid,number,")).toBe(true);
});

test("the same rows and the same moment make the same bytes", async () => {
  await populate();
  expect((await exportBytes(db)).equals(await exportBytes(db))).toBe(true);
});

test("no session and no mail is in an export, and of links in mails only hashes", async () => {
  const { ben } = await populate();
  await db.insert(sessions).values({ id: "5e55104a", userId: ben.id, expiresAt: soon });
  await db.insert(mailTokens).values({ hash: "70ce4a54", scope: "unsubscribe", userId: ben.id });
  await db.insert(deliveries).values({
    id: ben.id,
    kind: "sign-in",
    to: "ben@example.com",
    subject: "5ub1ec7",
    html: "<p>c0de123456</p>",
    text: "c0de123456",
  });
  const files = await unzip(await exportBytes(db));
  const everything = Buffer.concat([...files.values()]).toString();
  expect(everything).toContain("ben@example.com");
  expect(text(files, "tables/mail_tokens.jsonl")).toContain("70ce4a54");
  for (const secret of ["5e55104a", "5ub1ec7", "c0de123456"]) expect(everything).not.toContain(secret);
  const paths = [...files.keys()].join();
  for (const table of ["sessions", "sign_ins", "deliveries", "search_documents", "freshdesk_settings"]) {
    expect(paths).not.toContain(`/${table}.`);
  }
});
