import type { Db } from "#db/client.server";
import type { Env } from "~/env.server";
import type { Mailer } from "~/integrations/mail/mailer";
import type { Log } from "~/log.server";

/** What every job has at hand. */
export interface Tools {
  db: Db;
  env: Env;
  log: Log;
  mailer: Mailer;
  /** `https://feedback.example.com`, for links in mails. */
  origin: string;
  now(): Date;
}
