import { readdirSync } from "node:fs";
import { openFolder } from "~/integrations/storage/folder.server";
import { fileStore } from "~/jobs/file-store.server";
import { createLog } from "~/log.server";
import { filesFolder } from "./app";

/** Where the files of a test file lie, as models see it. */
export const testStore = fileStore({ storage: openFolder(filesFolder), scan: undefined }, createLog("silent"));

/** What lies there, path by path. */
export const storedFiles = (): string[] =>
  (readdirSync(filesFolder, { recursive: true, withFileTypes: true }) as { name: string; isFile(): boolean }[])
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
