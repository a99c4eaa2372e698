import { readdirSync } from "node:fs";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { attachments } from "#db/schema";
import { openScanner, type Scan } from "~/integrations/clamav/scan.server";
import { openFolder } from "~/integrations/storage/folder.server";
import { type Storage, StorageFault } from "~/integrations/storage/storage";
import { startClamavDouble, virus } from "../../../fakes/clamav-double";
import { filesFolder, useApp } from "../../support/app";
import { signedIn, type Visitor } from "../../support/browser";
import { addBoard, cast, idea, post } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { fileOf, png } from "../../support/file-samples";
import { postAt, sendFile, storedFiles } from "../../support/files";
import { useTemporaryFolder } from "../../support/temporary-folder";

// What people hear when disk, bucket or scanner fail, and that nothing stays of what they sent.

const folder = openFolder(filesFolder);
let storage: Storage = folder;
let scan: Scan | undefined;

useDatabase();
useApp(
  { RATE_LIMITS: "off" },
  {
    storage: {
      put: (...asked) => storage.put(...asked),
      get: (...asked) => storage.get(...asked),
      remove: (...asked) => storage.remove(...asked),
      list: () => storage.list(),
    },
    scan: (content) => scan?.(content) ?? Promise.resolve(undefined),
  },
);

// Workers beside this one have folders where it would have its own.
const ownFolder = useTemporaryFolder();

let ben: Visitor;
let to: string;

beforeEach(async () => {
  vi.stubEnv("TMPDIR", ownFolder.path);
  const people = await cast("ben");
  ben = await signedIn(people.ben);
  to = `post:${(await postAt(await post(people.ben, idea(await addBoard())))).id}`;
});
afterEach(() => {
  vi.unstubAllEnvs();
  storage = folder;
  scan = undefined;
});

const send = (file: File) => sendFile(ben, to, file);

const workFolders = () => readdirSync(ownFolder.path).filter((name) => name.startsWith("groundswell-work-")).length;

/** Sends a picture, hears the sentence, and finds nothing of it. */
async function refused(file: File, sentence: string) {
  const before = { stored: storedFiles().length, work: workFolders() };
  const said = await send(file);
  expect(said.error).toContain(sentence);
  expect(await db.select().from(attachments)).toEqual([]);
  expect({ stored: storedFiles().length, work: workFolders() }).toEqual(before);
  return said.status;
}

const picture = async () => fileOf(await png(900, 600), "picture.png");

test("a disk that is full after the first of several sizes keeps none of them", async () => {
  let left = 1;
  storage = {
    ...folder,
    async put(key, file) {
      if (left-- > 0) return folder.put(key, file);
      file.content.destroy();
      throw new StorageFault("full", Object.assign(new Error("no space left on device"), { code: "ENOSPC" }));
    },
  };
  expect(await refused(await picture(), "There is no room for more files")).toBe(507);
});

test("a disk that is full half way through a file keeps nothing of it", async () => {
  async function* half(content: Readable): AsyncGenerator<Uint8Array> {
    for await (const piece of content) {
      yield piece.subarray(0, piece.length / 2);
      throw Object.assign(new Error("no space left on device"), { code: "ENOSPC", syscall: "write" });
    }
  }
  storage = { ...folder, put: (key, file) => folder.put(key, { ...file, content: Readable.from(half(file.content)) }) };
  expect(await refused(fileOf("x".repeat(500_000), "x.bin"), "There is no room for more files")).toBe(507);
});

test("while the storage is away files are neither taken nor given, and what is said instead is kept nowhere", async () => {
  const { files } = await send(await picture());
  const path = `/files/${files?.[0]?.id}`;
  const fail = () => Promise.reject(new StorageFault("away", new Error("503")));
  storage = { ...folder, put: fail, get: fail, remove: fail };
  const page = await ben.get(path);
  expect([page.status, page.headers.get("Cache-Control")]).toEqual([503, "no-store"]);
  expect(page.headers.get("Content-Type")).toContain("text/html");
  expect(page.headers.get("Content-Disposition")).toBeNull();
  expect(page.html).toContain("Files cannot be stored or read right now");
  await db.delete(attachments);
  expect(await refused(await picture(), "Files cannot be stored or read right now")).toBe(503);
});

test("a virus is refused in words, and so is everything while the scanner is away or takes too long", async () => {
  const double = await startClamavDouble();
  scan = openScanner(double.url);
  expect((await send(fileOf("harmless", "ok.txt"))).status).toBe(201);
  await db.delete(attachments);
  expect(await refused(fileOf(`${virus} inside`, "invoice.pdf"), "the virus scanner has found something")).toBe(422);
  await double.stop();
  expect(await refused(await picture(), "Files cannot be checked for viruses right now")).toBe(503);
  const slow = await startClamavDouble(new Promise(() => {}));
  scan = openScanner(slow.url, 200);
  expect(await refused(await picture(), "Files cannot be checked for viruses right now")).toBe(503);
  await slow.stop();
});
