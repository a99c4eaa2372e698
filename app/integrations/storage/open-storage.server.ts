import path from "node:path";
import type { Env } from "~/env.server";
import { openFolder } from "./folder.server";
import { openBucket } from "./s3.server";
import type { Storage } from "./storage";

/** Where people's files lie: in the bucket that the environment names, or else in a folder beside the database. */
export const openStorage = ({ STORAGE_URL, DATA_DIR }: Pick<Env, "STORAGE_URL" | "DATA_DIR">): Storage =>
  STORAGE_URL ? openBucket(STORAGE_URL) : openFolder(path.join(DATA_DIR, "files"));
