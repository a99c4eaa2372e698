import {
  type Freshdesk as Client,
  type FreshdeskSettings,
  openFreshdesk,
} from "~/integrations/freshdesk/open-freshdesk.server";
import { type Freshdesk, type FreshdeskOptions, startFreshdesk } from "../../../fakes/freshdesk/freshdesk";

/** Opens the portal's client on a simulator, and on its clock. */
export function connect(freshdesk: Freshdesk, settings: Partial<FreshdeskSettings> = {}): Client {
  const { pace, ...rest } = settings;
  return openFreshdesk({
    domain: freshdesk.url,
    apiKey: freshdesk.apiKey,
    pace: { clock: freshdesk.clock, ...pace },
    ...rest,
  });
}

/** A simulator for one test and the client on it; both end with the test. */
export async function startAndConnect(options?: FreshdeskOptions, settings?: Partial<FreshdeskSettings>) {
  const freshdesk = await startFreshdesk(options);
  const client = connect(freshdesk, settings);
  return {
    freshdesk,
    client,
    async [Symbol.asyncDispose]() {
      client.close();
      await freshdesk.stop();
    },
  };
}
