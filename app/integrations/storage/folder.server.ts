import { randomUUID } from "node:crypto";
import { createWriteStream, type Dirent } from "node:fs";
import { mkdir, open, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { requireKey, type Storage, StorageFault } from "./storage";

/** What is still on its way lies here, and under no key. */
const incoming = ".incoming";

/** Files in a folder of this machine: written beside it first, and there as a whole or not at all. */
export function openFolder(folder: string): Storage {
  const placeOf = (key: string) => path.join(folder, requireKey(key));
  return {
    put: (key, { content }) =>
      orFault(async () => {
        const place = placeOf(key);
        const temporary = path.join(folder, incoming, randomUUID());
        await mkdir(path.dirname(temporary), { recursive: true, mode: 0o700 });
        try {
          await pipeline(content, createWriteStream(temporary, { mode: 0o600, flush: true }));
          await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
          await rename(temporary, place);
        } catch (error) {
          await rm(temporary, { force: true });
          throw error;
        }
      }),
    get: (key, range) =>
      orFault(async () => {
        const handle = await open(placeOf(key)).catch(orNothing);
        return handle?.createReadStream(range);
      }),
    remove: (key) =>
      orFault(async () => {
        await rm(placeOf(key), { force: true });
        // The folder of its own, once nothing else is in there.
        await rmdir(path.dirname(placeOf(key))).catch(() => {});
      }),
    list: () => listFolder(folder, ""),
  };
}

async function* listFolder(folder: string, below: string): AsyncGenerator<{ key: string; at: Date }> {
  const entries = await orFault(() => readdir(path.join(folder, below), { withFileTypes: true }).catch(orNothing));
  for (const entry of (entries ?? []) as Dirent[]) {
    const key = path.posix.join(below, entry.name);
    if (entry.name === incoming) await forgetIncoming(path.join(folder, incoming));
    else if (entry.isDirectory()) yield* listFolder(folder, key);
    else {
      const found = await stat(path.join(folder, key)).catch(orNothing);
      if (found) yield { key, at: found.mtime };
    }
  }
}

const day = 24 * 60 * 60_000;

/** What a process left that was killed on the way. */
async function forgetIncoming(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const found = await stat(path.join(folder, name)).catch(orNothing);
    if (found && Date.now() - found.mtimeMs > day) await rm(path.join(folder, name), { force: true });
  }
}

function orNothing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
}

async function orFault<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC" || code === "EDQUOT") throw new StorageFault("full", error);
    // Of the system, not of whoever sends.
    if (code && (error as NodeJS.ErrnoException).syscall) throw new StorageFault("away", error);
    throw error;
  }
}
