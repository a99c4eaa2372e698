import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const prefix = "groundswell-work-";

/** Milliseconds after which a work folder may be deleted: nothing takes longer. */
const longest = 24 * 60 * 60_000;

/** A folder that nobody but us can read, for as long as `use` takes. */
export async function withWorkFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), prefix));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what a killed process left behind on this machine; by the clock that the disk goes by, too. */
export async function forgetWorkFolders(): Promise<void> {
  const now = Date.now();
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = path.join(tmpdir(), name);
    // Another worker of this machine may be at the same.
    const touched = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => now,
    );
    if (now - touched > longest) await rm(folder, { recursive: true, force: true });
  }
}
