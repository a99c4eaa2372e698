import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFolder } from "~/integrations/storage/folder.server";
import { openBucket } from "~/integrations/storage/s3.server";
import type { Storage } from "~/integrations/storage/storage";
import { useTemporaryFolder } from "../../support/temporary-folder";

const folder = useTemporaryFolder();
let server: S3rver;
let port: number;

beforeAll(async () => {
  const directory = folder.path;
  const configureBuckets = [{ name: "portal", configs: [] }];
  server = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory: `${directory}/s3`, configureBuckets });
  port = (await server.run()).port;
});
afterAll(() => server.close());

const kinds: Record<string, () => Promise<Storage>> = {
  folder: async () => openFolder(`${folder.path}/files`),
  bucket: async () => openBucket(`s3+http://S3RVER:S3RVER@127.0.0.1:${port}/portal?region=us-east-1`),
};

const put = (storage: Storage, key: string, text: string) =>
  storage.put(key, { content: Readable.from([Buffer.from(text)]), bytes: Buffer.byteLength(text), type: "text/plain" });

const textAt = async (storage: Storage, key: string, range?: { start: number; end: number }) => {
  const content = await storage.get(key, range);
  return content && (await buffer(content)).toString();
};

describe.each(Object.keys(kinds))("a %s", (kind) => {
  test("keeps, gives, lists and forgets files, also in parts and over what was there", async () => {
    const storage = await (kinds[kind] as () => Promise<Storage>)();
    await put(storage, "one/whole", "0123456789");
    await put(storage, "one/320", "small");
    await put(storage, "one/whole", "9876543210");
    expect(await textAt(storage, "one/whole")).toBe("9876543210");
    expect(await textAt(storage, "one/whole", { start: 2, end: 4 })).toBe("765");
    expect(await textAt(storage, "two/whole")).toBeUndefined();
    const keys: string[] = [];
    for await (const { key, at } of storage.list()) {
      keys.push(key);
      expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(60_000);
    }
    expect(keys.sort()).toEqual(["one/320", "one/whole"]);
    for (const key of [...keys, "two/whole"]) await storage.remove(key);
    expect(await textAt(storage, "one/whole")).toBeUndefined();
  });

  test("keeps nothing of a file that breaks off", async () => {
    const storage = await (kinds[kind] as () => Promise<Storage>)();
    async function* half(): AsyncGenerator<Buffer> {
      yield Buffer.from("half");
      throw new Error("it broke off");
    }
    const content = Readable.from(half());
    await expect(storage.put("half/whole", { content, bytes: 10, type: "text/plain" })).rejects.toThrow();
    expect(await textAt(storage, "half/whole")).toBeUndefined();
  });

  test("never takes a key that leads elsewhere", async () => {
    const storage = await (kinds[kind] as () => Promise<Storage>)();
    for (const key of ["../x", "/etc/passwd", "a//b", "a/../b", "A", ""]) {
      await expect(put(storage, key, "x")).rejects.toThrow("No key");
    }
  });
});

test("a bucket that does not let us in, or is away, is a fault that says so", async () => {
  const wrong = openBucket(`s3+http://nobody:wrong@127.0.0.1:${port}/portal`);
  await expect(put(wrong, "one/whole", "x")).rejects.toMatchObject({ reason: "away" });
  const away = openBucket("s3+http://a:b@127.0.0.1:9/portal");
  await expect(put(away, "one/whole", "x")).rejects.toMatchObject({ reason: "away" });
});

/** What a bucket does that has bad days, until `use` is over. */
async function at(respond: RequestListener, use: (storage: Storage) => Promise<void>) {
  const bad = createServer(respond);
  await new Promise<void>((resolve) => bad.listen(0, "127.0.0.1", resolve));
  const { port } = bad.address() as AddressInfo;
  try {
    await use(openBucket(`s3+http://a:b@127.0.0.1:${port}/portal`, { answer: 200, piece: 200 }));
  } finally {
    bad.closeAllConnections();
    bad.close();
  }
}

const away = { reason: "away" };

test("a bucket that breaks down, or has no room, says which", async () => {
  await at(
    (_, response) => response.writeHead(500).end("<Error/>"),
    async (storage) => {
      await expect(put(storage, "one/whole", "x")).rejects.toMatchObject(away);
      await expect(storage.get("one/whole")).rejects.toMatchObject(away);
      await expect(storage.remove("one/whole")).rejects.toMatchObject(away);
    },
  );
  await at(
    (_, response) => response.writeHead(507).end(),
    async (storage) => expect(put(storage, "one/whole", "x")).rejects.toMatchObject({ reason: "full" }),
  );
});

test("a bucket that hangs keeps nobody waiting: neither before its answer, nor while bytes come or go", async () => {
  const large = () => ({ content: Readable.from([Buffer.alloc(40_000_000)]), bytes: 40_000_000, type: "text/plain" });
  await at(
    (request) => void request.pause(),
    async (storage) => {
      await expect(put(storage, "one/whole", "x")).rejects.toMatchObject(away);
      await expect(storage.put("one/whole", large())).rejects.toMatchObject(away);
      await expect(storage.get("one/whole")).rejects.toMatchObject(away);
    },
  );
  await at(
    (_, response) => void response.writeHead(200, { "Content-Length": 100 }).write("half"),
    async (storage) => {
      const content = await storage.get("one/whole");
      await expect(buffer(content as Readable)).rejects.toMatchObject(away);
    },
  );
});

test("a bucket that is slow but moves is waited for, and so is whoever takes slowly what it gives", async () => {
  await at(
    async (request, response) => {
      for await (const _ of request) await pause(20);
      for (let i = 0; i < 5; i++) {
        response.write("x".repeat(100_000));
        await pause(100);
      }
      response.end();
    },
    async (storage) => {
      async function* slowly() {
        for (let i = 0; i < 5; i++) {
          await pause(100);
          yield Buffer.from("x");
        }
      }
      await storage.put("one/whole", { content: Readable.from(slowly()), bytes: 5, type: "text/plain" });
      let bytes = 0;
      for await (const piece of (await storage.get("one/whole")) as Readable) {
        await pause(300);
        bytes += piece.length;
      }
      expect(bytes).toBe(500_000);
    },
  );
});

test("a folder that cannot be written to is a fault that says so, and leaves nothing", async () => {
  const place = `${folder.path}/blocked`;
  await mkdir(place);
  await writeFile(path.join(place, "one"), "a file where a folder should be");
  await expect(put(openFolder(place), "one/whole", "x")).rejects.toMatchObject({ reason: "away" });
  expect(await readdir(path.join(place, ".incoming"))).toEqual([]);
  await rm(place, { recursive: true });
});
