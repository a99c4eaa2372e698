import type { Db } from "#db/client.server";
import type { Env } from "~/env.server";
import type { Mailer } from "~/integrations/mail/mailer";
import type { Log } from "~/log.server";

/** What every job has at hand. */
export interface Tools {
  db: Db;
  env: Env;
  log: Log;
  /** Absent without a mail provider: mails then end in the outbox. */
  mailer: Mailer | undefined;
  /** `https://feedback.example.com`, for links in mails. */
  origin: string;
}
