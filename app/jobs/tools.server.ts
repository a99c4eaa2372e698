import type { Db } from "#db/client.server";
import type { Env } from "~/env.server";
import type { Outside } from "~/integrations/open-outside.server";
import type { Log } from "~/log.server";

/** What every job gets: the database, the log, the clock and the services outside. */
export interface Tools extends Outside {
  db: Db;
  env: Env;
  log: Log;
  /** `https://feedback.example.com`, for links in mails. */
  origin: string;
  now(): Date;
}
