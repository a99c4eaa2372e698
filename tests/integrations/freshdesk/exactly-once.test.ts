import { expect, test } from "vitest";
import { FreshdeskError } from "~/integrations/freshdesk/freshdesk-error";
import type { Freshdesk } from "~/integrations/freshdesk/open-freshdesk.server";
import { minute } from "../../../fakes/freshdesk/clock";
import { startAndConnect } from "../../support/freshdesk/connect";

const email = "mara@northwind.example";

interface Attempt {
  stamp: string;
  since: Date;
  /** Of the test: what is left of it after its time must not go on for ever. */
  signal: AbortSignal;
}

/** Sends until it is there: what a job does, with the stamp in a tag. */
async function createOnce(client: Freshdesk, attempt: Attempt): Promise<number> {
  const { stamp, signal } = attempt;
  for (;;) {
    signal.throwIfAborted();
    try {
      const draft = { requester: { email }, subject: stamp, description: "<p>Please.</p>", tags: [stamp] };
      return (await client.createTicket(draft)).id;
    } catch (error) {
      if (!(error instanceof FreshdeskError) || error.kind === "refused") throw error;
      const found = error.kind === "uncertain" ? await findStamped(client, attempt) : undefined;
      if (found) return found;
    }
  }
}

async function findStamped(client: Freshdesk, attempt: Attempt): Promise<number | undefined> {
  const { stamp, since, signal } = attempt;
  signal.throwIfAborted();
  try {
    for await (const { tickets } of client.listOfRequester(email, since)) {
      const found = tickets.find(({ tags }) => tags.includes(stamp));
      if (found) return found.id;
    }
    return undefined;
  } catch (error) {
    // To look again is safe, whatever went wrong, as long as the question was not refused.
    if (error instanceof FreshdeskError && error.kind !== "refused") return findStamped(client, attempt);
    throw error;
  }
}

test("with a stamp, each ticket is made once, whatever goes wrong, and the limit is kept", async ({ signal }) => {
  // A minute lasts a second: on a busy machine, calls of one half as long would come when the next has begun.
  await using desk = await startAndConnect({ clock: { speed: 60 }, rate: { plan: "growth" }, seed: 11 });
  const { freshdesk, client } = desk;
  const since = new Date(freshdesk.clock.now() - minute);
  freshdesk.faults.slowness = 10;
  freshdesk.faults.chances({
    calls: {
      "rate-limited": 0.05,
      "server-error": 0.05,
      html: 0.05,
      "cut-before-commit": 0.05,
      "cut-after-commit": 0.1,
      truncated: 0.1,
      slow: 0.05,
      "float-headers": 0.1,
    },
  });
  const stamps = Array.from({ length: 60 }, (_, i) => `gs-${i}`);
  const ids = await Promise.all(stamps.map((stamp) => createOnce(client, { stamp, since, signal })));
  expect(new Set(ids).size).toBe(60);
  expect([...freshdesk.account.tickets.values()].map(({ subject }) => subject).sort()).toEqual(stamps.sort());
  expect(freshdesk.faults.injected["cut-after-commit"]).toBeGreaterThan(0);
  expect(freshdesk.budgetExceeded).toBe(0);
}, 180_000);
