import type { Db } from "#db/client.server";
import type { Env } from "~/env.server";
import type { Freshdesk } from "~/integrations/freshdesk/open-freshdesk.server";
import type { Mailer } from "~/integrations/mail/mailer";
import type { SearchEngine } from "~/integrations/search/search-engine";
import type { Log } from "~/log.server";

/** What every job has at hand. */
export interface Tools {
  db: Db;
  env: Env;
  log: Log;
  mailer: Mailer;
  /** Absent where no account is named. */
  freshdesk: Freshdesk | undefined;
  /** Absent where the database does the searching. */
  engine?: SearchEngine;
  /** `https://feedback.example.com`, for links in mails. */
  origin: string;
  now(): Date;
}
