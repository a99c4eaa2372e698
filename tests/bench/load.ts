import autocannon from "autocannon";
import type { LoadOrder, LoadResult } from "./load-order";
import { requestAt } from "./requests";

// A process of its own: sends requests, so that neither counting nor reporting slows it down.

process.on("message", async (order: LoadOrder) => {
  process.send?.(await fire(order));
});

/** Keeps `connections` busy, each with one request at a time. */
async function fire({ origin, requests, from, connections, seconds }: LoadOrder): Promise<LoadResult> {
  const latencies: number[] = [];
  let next = from;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url: origin,
        connections,
        duration: seconds,
        sampleInt: 100,
        requests:
          requests.kind === "same"
            ? [requestAt(requests, 0)]
            : [{ setupRequest: (request) => ({ ...request, ...requestAt(requests, next++) }) }],
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    );
    run.on("response", (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  });
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    answered: result["2xx"],
    sent: result.requests.sent,
    failed: result.non2xx + result.errors + result.timeouts,
    seconds: result.duration,
    p50: at(0.5),
    p99: at(0.99),
  };
}
