import type { Server, ServerResponse } from "node:http";

/** Milliseconds. */
const patience = 10_000;
const oftenEnough = 100;

/**
 * Takes no more requests, and finishes those under way. Browsers and proxies keep connections for their next request:
 * each response from now on ends its own, so that stopping takes as long as the slowest request and cuts off none.
 */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.prependListener("request", (_request, response: ServerResponse) => {
    response.setHeader("Connection", "close");
  });
  // What was idle between two requests just now may be so only now; the responses under way promised to stay.
  const idle = setInterval(() => server.closeIdleConnections(), oftenEnough);
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
