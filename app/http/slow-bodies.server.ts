import type { IncomingMessage, Server } from "node:http";

const patient = new WeakSet<IncomingMessage>();

/** Lets the body of a request that was admitted take its time: a large file comes over slow lines. */
export const waitForBody = (request: IncomingMessage): void => void patient.add(request);

/**
 * Ends connections whose request is not whole after `ms`. A byte every few seconds keeps one open for as long as
 * anybody likes, and there are only so many.
 */
export function endSlowBodies(server: Server, ms: number): void {
  server.prependListener("request", (request: IncomingMessage) => {
    if (!hasBody(request)) return;
    const late = setTimeout(() => {
      if (!request.complete && !patient.has(request)) request.socket.destroy();
    }, ms);
    request.once("close", () => clearTimeout(late));
  });
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
