import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
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

test("a folder that cannot be written to is a fault that says so, and leaves nothing", async () => {
  const place = `${folder.path}/blocked`;
  await mkdir(place);
  await writeFile(path.join(place, "one"), "a file where a folder should be");
  await expect(put(openFolder(place), "one/whole", "x")).rejects.toMatchObject({ reason: "away" });
  expect(await readdir(path.join(place, ".incoming"))).toEqual([]);
  await rm(place, { recursive: true });
});
