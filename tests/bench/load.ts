import autocannon from "autocannon";
import type { LoadOrder, LoadResult } from "./load-order";
import { pageAndVotes } from "./page-and-votes";
import { percentile } from "./percentile";
import { requestAt } from "./requests";

// A process of its own: sends requests, so that neither counting nor reporting slows it down.

process.on("message", async (order: LoadOrder) => {
  process.send?.(await fire(order));
});

/** Keeps `connections` busy, each with one request at a time. */
async function fire(order: LoadOrder): Promise<LoadResult> {
  const latencies: number[] = [];
  const { options, seen } = plan(order);
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const { origin: url, connections, seconds: duration } = order;
    const run = autocannon({ url, connections, duration, sampleInt: 100, ...options }, (error, result) =>
      error ? reject(error) : resolve(result),
    );
    run.on("response", (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  });
  return {
    // Whoever has written something is sent on to where it stands.
    answered: result["2xx"] + result["3xx"],
    sent: result.requests.sent,
    failed: result["4xx"] + result["5xx"] + result.errors + result.timeouts,
    seconds: result.duration,
    p50: percentile(0.5, latencies),
    p99: percentile(0.99, latencies),
    ...seen,
  };
}

function plan({ requests, from }: LoadOrder): {
  options: Partial<autocannon.Options>;
  seen: { checked: number; unseen: number };
} {
  if (requests.kind === "pageAndVotes") {
    const { seen, ofConnection } = pageAndVotes(requests, from);
    let connections = 0;
    const setupClient = (client: autocannon.Client) => client.setRequests(ofConnection(connections++));
    return { options: { setupClient }, seen };
  }
  const seen = { checked: 0, unseen: 0 };
  if (requests.kind === "pages" && requests.paths.length === 1) {
    return { options: { requests: [requestAt(requests, 0)] }, seen };
  }
  let next = from;
  const setupRequest = (request: autocannon.Request) => ({ ...request, ...requestAt(requests, next++) });
  return { options: { requests: [{ setupRequest }] }, seen };
}
