import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";

/** A folder of this test file's own, gone afterwards. */
export function useTemporaryFolder() {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "groundswell-test-"));
  });
  afterAll(() => rm(folder, { recursive: true }));
  return {
    get path() {
      return folder;
    },
    /** Resolves to where the file is. */
    async write(content: string | Buffer, name = "posts.csv"): Promise<string> {
      const file = path.join(folder, name);
      await writeFile(file, content);
      return file;
    },
  };
}
