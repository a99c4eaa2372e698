import type { Env } from "~/env.server";
import type { Log } from "~/log.server";
import { openScanner, type Scan } from "./clamav/scan.server";
import { openAccount } from "./freshdesk/open-account.server";
import type { Freshdesk } from "./freshdesk/open-freshdesk.server";
import type { Mailer } from "./mail/mailer";
import { openMailer } from "./mail/open-mailer.server";
import { openPager } from "./pagerduty/open-pager.server";
import type { Pager } from "./pagerduty/pager";
import { openSearchEngine } from "./search/open-search-engine.server";
import type { SearchEngine } from "./search/search-engine";
import { openProviders } from "./sign-in/open-providers.server";
import type { Provider } from "./sign-in/provider";
import { openStorage } from "./storage/open-storage.server";
import type { Storage } from "./storage/storage";

/** Every service outside that a process talks to. */
export interface Outside {
  mailer: Mailer;
  /** Absent where no account is named. */
  freshdesk: Freshdesk | undefined;
  /** Absent where the database does the searching. */
  engine: SearchEngine | undefined;
  /** By which people sign in, beside the code. */
  providers: Provider[];
  /** Where people's files lie. */
  storage: Storage;
  /** Absent where nobody looks for viruses. */
  scan: Scan | undefined;
  /** Absent where nobody is paged. */
  pager: Pager | undefined;
}

/** Opens what the environment names, once per process: what has a limit keeps to it. */
export function openOutside(env: Env, log: Log, { showsOutbox = false } = {}): Outside {
  return {
    mailer: openMailer(env, { showsOutbox }),
    freshdesk: openAccount(env, log),
    engine: openSearchEngine(env),
    providers: openProviders(env, log),
    storage: openStorage(env),
    scan: env.CLAMAV_URL ? openScanner(env.CLAMAV_URL) : undefined,
    pager: env.PAGERDUTY_ROUTING_KEY
      ? openPager({ routingKey: env.PAGERDUTY_ROUTING_KEY, url: env.PAGERDUTY_URL })
      : undefined,
  };
}

/** To be closed when nobody asks for anything any more; what still waits for Freshdesk is given up. */
export async function closeOutside({ mailer, freshdesk }: Outside): Promise<void> {
  freshdesk?.close();
  await mailer.close();
}
