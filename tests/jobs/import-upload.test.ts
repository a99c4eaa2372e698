import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { rows } from "#db/client.server";
import { comments, importChunks, importSources, imports, importUploads, posts, votes } from "#db/schema";
import { findImport } from "~/models/admin/imports/list-imports.server";
import { requestUndo } from "~/models/admin/imports/request-undo.server";
import { checkUpload } from "~/models/admin/imports/uploads/check-upload.server";
import { chooseForUpload } from "~/models/admin/imports/uploads/choose.server";
import { forgetOldUploads } from "~/models/admin/imports/uploads/discard-upload.server";
import { holdUpload } from "~/models/admin/imports/uploads/hold-upload.server";
import { importUpload } from "~/models/admin/imports/uploads/import-upload.server";
import { receiveUpload } from "~/models/admin/imports/uploads/receive-upload.server";
import type { User } from "~/models/core/users/viewer";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { fiderBackup } from "../support/fider-backup";
import { enqueueNow, retryJobs, runJobs } from "../support/jobs";

useDatabase();

const work = { origin: "https://feedback.example.com" };

let ada: User;
let id: string;

/** Sends a file, has it looked at, and asks for its import. */
async function ask(content: string | Buffer, fileName: string): Promise<string> {
  const pieces = (async function* () {
    yield Buffer.from(content);
  })();
  const uploadId = await receiveUpload(db, { viewer: ada, fileName, pieces });
  await checkUpload(db, uploadId);
  const chosen = { source: "", columns: [], statuses: [] };
  await chooseForUpload(db, { viewer: ada, id: uploadId, chosen, step: "import" });
  return uploadId;
}

beforeEach(async () => {
  ({ ada } = await cast("ada"));
  id = await ask(fiderBackup(), "backup.zip");
});

const shown = async () => {
  const [upload] = await db.select().from(importUploads);
  return upload;
};

/** Lets the database refuse what is written to a table, as one that is full would. */
async function break_(table: string): Promise<() => Promise<unknown>> {
  await db.execute(sql.raw(`alter table ${table} add constraint broken check (false) not valid`));
  return () => db.execute(sql.raw(`alter table ${table} drop constraint broken`));
}

test("an import that breaks off half way says so, is tried again, and ends with everything once", async () => {
  const mend = await break_("comments");
  try {
    await expect(runJobs(work)).rejects.toThrow();
    expect(await db.$count(posts)).toBe(2);
    expect(await db.$count(comments)).toBe(0);
    expect(await shown()).toMatchObject({ state: "importing", fault: { code: "unexpected" }, workedAt: null });
  } finally {
    await mend();
  }
  await retryJobs();
  await runJobs(work);
  expect(await db.$count(posts)).toBe(2);
  expect(await db.$count(comments)).toBe(1);
  expect(await db.$count(imports)).toBe(1);
  expect(await shown()).toMatchObject({ state: "imported", fault: null, done: 10 });
  const { counts } = await findImport(db, ada, id);
  expect(counts).toEqual({ post: 2, vote: 4, follow: 1, comment: 1, answer: 1, merge: 1, people: 3 });
});

test("a worker that dies after the last row, before it could say so, leaves nothing to be added", async () => {
  const chunks = await db.select().from(importChunks);
  await runJobs(work, { twice: true });
  const came = async () => [
    await db.$count(posts),
    await db.$count(votes),
    await db.$count(comments),
    await db.$count(importSources),
  ];
  const before = await came();
  await db.insert(importChunks).values(chunks);
  await db.execute(sql`update import_uploads set state = 'importing', worked_at = now() - interval '1 minute'`);
  await importUpload(db, id);
  expect(await came()).toEqual(before);
  expect(await shown()).toMatchObject({ state: "imported", fault: null });
});

test("while one worker is at it another comes back later, and takes over when it has died", async () => {
  await db.execute(sql`update import_uploads set worked_at = now()`);
  await runJobs(work);
  expect(await db.$count(posts)).toBe(0);
  const later = sql`select 1 from pgboss.job where name = 'import-upload' and start_after > now()`;
  expect(await rows(db, later)).toHaveLength(1);
  await db.execute(sql`update import_uploads set worked_at = now() - interval '1 minute'`);
  await importUpload(db, id);
  expect(await db.$count(posts)).toBe(2);
});

test("one that broke off is taken back instead, and not gone on with", async () => {
  const mend = await break_("comments");
  await expect(runJobs(work)).rejects.toThrow();
  await mend();
  await requestUndo(db, { viewer: ada, id });
  await retryJobs();
  await runJobs(work);
  expect((await db.select().from(posts)).every(({ deletedAt }) => deletedAt !== null)).toBe(true);
  expect(await db.$count(importSources)).toBe(0);
});

test("progress stands in the import's row while it is written", async () => {
  await holdUpload(db, { id, state: "importing", queue: "import-upload" }, async (_upload, onProgress) => {
    onProgress(7);
    await expect.poll(async () => (await shown())?.done, { timeout: 3000 }).toBe(7);
  });
  expect(await shown()).toMatchObject({ state: "importing", workedAt: null });
});

test("a file that nobody has had imported is forgotten after a day, one that is imported is not", async () => {
  await runJobs(work);
  const waiting = await ask("title\nA\n", "a.csv");
  await db.execute(sql`update import_uploads set state = 'checked' where id = ${waiting}`);
  await enqueueNow("clean-up");
  await runJobs({ ...work, now: () => new Date(Date.now() + 23 * 3_600_000) });
  expect(await db.$count(importChunks)).toBe(1);
  await forgetOldUploads(db, new Date(Date.now() + 25 * 3_600_000));
  expect(await db.$count(importChunks)).toBe(0);
  expect(await shown()).toMatchObject({ id, state: "imported" });
});
