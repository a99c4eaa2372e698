import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Received } from "./response";

// A process of its own: the least that a server in Node can do, which is to send bytes that it has at hand.

const responses = new Map<string, { headers: Record<string, string>; body: Buffer }>();

const server = createServer((request, response) => {
  const kept = responses.get(request.url ?? "");
  if (!kept) return response.writeHead(404).end();
  response.writeHead(200, kept.headers).end(kept.body);
});

/** Takes over responses of the app by path, and says where it gives them. */
process.on("message", (taken: { responses: Record<string, Received> }) => {
  for (const [path, { headers, sent }] of Object.entries(taken.responses)) {
    const body = Buffer.from(sent, "base64");
    responses.set(path, { headers: { ...headers, "content-length": String(body.length) }, body });
  }
  const tell = () => process.send?.({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  if (server.listening) return tell();
  server.listen(0, "127.0.0.1", tell);
});
