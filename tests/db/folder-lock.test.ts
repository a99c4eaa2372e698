import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FolderInUse, lockFolder } from "#db/folder-lock.server";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "groundswell-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("a folder has one owner at a time, who can let go", async () => {
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
  await unlock();
  await (await lockFolder(folder))();
});

test("a folder with a long path is locked as well", async () => {
  const deep = path.join(folder, "x".repeat(120));
  const unlock = await lockFolder(deep);
  await expect(lockFolder(deep)).rejects.toThrow(FolderInUse);
  await unlock();
});

test("another process is kept out while the owner is busy, and let in as soon as it is killed", async () => {
  const owner = await startOwner();
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
  owner.kill("SIGKILL");
  await once(owner, "exit");
  await (await lockFolder(folder))();
});

test("of many who find a dead owner's lock at the same moment, one gets it", async () => {
  const owner = await startOwner();
  owner.kill("SIGKILL");
  await once(owner, "exit");
  for (let round = 0; round < 20; round++) {
    const attempts = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder)));
    const winners = attempts.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value] : []));
    expect(winners).toHaveLength(1);
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
    await winners[0]?.();
  }
  expect(await readdir(folder)).toEqual([]);
});

/** Another process that locks the folder and then does nothing but spin. */
async function startOwner(): Promise<ChildProcess> {
  const program = `import("#db/folder-lock.server").then(async ({ lockFolder }) => {
    await lockFolder(${JSON.stringify(folder)});
    process.stdout.write("locked", () => { for (;;); });
  })`;
  const owner = spawn(process.execPath, ["--import", "tsx", "-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  await once(owner.stdout as NodeJS.ReadableStream, "data");
  return owner;
}
