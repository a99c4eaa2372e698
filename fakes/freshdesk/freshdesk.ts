import type { AddressInfo } from "node:net";
import { type Agency, agency } from "./agent";
import { Clock } from "./clock";
import { Faults } from "./http/faults";
import { type Rate, RateLimit } from "./http/rate-limit";
import { type LoggedCall, serve } from "./http/server";
import { agentsPage } from "./page";
import { Account, type Habits } from "./state/account";
import { type Delivery, type WebhookRule, Webhooks } from "./webhooks";

export interface FreshdeskOptions {
  /** Of all chance in it. */
  seed?: number;
  rate?: Rate;
  habits?: Partial<Habits>;
  /** When its clock starts, and how fast it goes beside the wall's; 0 for a clock that only tests move. */
  clock?: { start?: number; speed?: number };
  port?: number;
}

/**
 * Freshdesk in small: one account behind the real protocol, on 127.0.0.1 and in memory. What agents and
 * customers do in it is done by its own methods (`createTicket`, `reply`, `setStatus` …).
 */
export interface Freshdesk extends Agency {
  /** Where it is; good for FRESHDESK_DOMAIN. */
  url: string;
  domain: string;
  apiKey: string;
  /** The key of an agent who may read but not write. */
  restrictedKey: string;
  /** Everything it holds, for looking into and for setting up. */
  account: Account;
  clock: Clock;
  faults: Faults;
  rate: RateLimit;
  /** Every call of the API, in order. */
  requests: LoggedCall[];
  /** Webhooks sent, lost ones too. */
  deliveries: Delivery[];
  /** How many calls came after the budget was spent. */
  readonly budgetExceeded: number;
  /** Makes a rule that calls this address whenever a ticket is made or changed. */
  onWebhook(url: string, secret?: string, rule?: Partial<WebhookRule>): void;
  /** Waits until no webhook is on its way. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export async function startFreshdesk(options: FreshdeskOptions = {}): Promise<Freshdesk> {
  const clock = new Clock(options.clock?.start ?? Date.now(), options.clock?.speed);
  const account = new Account(clock, options.habits);
  const faults = new Faults(options.seed ?? 1);
  const rate = new RateLimit(clock, options.rate ?? { plan: "enterprise" });
  const webhooks = new Webhooks(account, clock, faults);
  const requests: LoggedCall[] = [];

  const bot = account.addAgent("Groundswell", "portal@acme.example");
  const observer = account.addAgent("Olga Observer", "olga@acme.example", "observer");
  const doings = agency(account, account.addAgent("Ines Agent", "ines@acme.example").id);
  const [apiKey, restrictedKey] = ["simulated-key", "simulated-observer"];
  const keys = new Map([
    [apiKey, bot],
    [restrictedKey, observer],
  ]);

  const server = serve({ account, clock, faults, rate, keys, requests, page: agentsPage(account, doings) });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    ...doings,
    url: `http://127.0.0.1:${port}`,
    domain: `127.0.0.1:${port}`,
    apiKey,
    restrictedKey,
    account,
    clock,
    faults,
    rate,
    requests,
    deliveries: webhooks.deliveries,
    get budgetExceeded() {
      return rate.exceeded;
    },
    onWebhook: (url, secret, rule) => webhooks.add({ ...rule, url, secret }),
    settle: () => webhooks.settle(),
    stop: async () => {
      clock.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
