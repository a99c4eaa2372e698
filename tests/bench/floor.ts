import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer } from "./answer";

// A process of its own: the least that a server in Node can do, which is to send bytes that it has at hand.

const answers = new Map<string, { headers: Record<string, string>; body: Buffer }>();

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? "");
  if (!answer) return response.writeHead(404).end();
  response.writeHead(200, answer.headers).end(answer.body);
});

/** Takes over answers of the app by path, and says where it gives them. */
process.on("message", (taken: { answers: Record<string, Answer> }) => {
  for (const [path, { headers, sent }] of Object.entries(taken.answers)) {
    const body = Buffer.from(sent, "base64");
    answers.set(path, { headers: { ...headers, "content-length": String(body.length) }, body });
  }
  const tell = () => process.send?.({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  if (server.listening) return tell();
  server.listen(0, "127.0.0.1", tell);
});
