import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import type { Sql } from "postgres";
import { mostConnections, openBareDatabase, runPrepared } from "./bare-database";
import type { Query } from "./plans/capture";

// A process of its own: what somebody would write who needs no page. Express asks the database what the list asks it,
// and sends the rows as JSON.

interface Order {
  url: string;
  /** By path. */
  queries: Record<string, Query[]>;
}

const queries = new Map<string, Query[]>();
const app = express();
app.disable("x-powered-by");
let sql: Sql | undefined;
const server = createServer(app);

app.get("*", async (request, response) => {
  const asked = queries.get(request.path) ?? [];
  response.json(await Promise.all(asked.map((query) => sql && runPrepared(sql, query))));
});

process.on("message", ({ url, queries: more }: Order) => {
  for (const [path, asked] of Object.entries(more)) queries.set(path, asked);
  sql ??= openBareDatabase(url, mostConnections);
  const tell = () => process.send?.({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  if (server.listening) return tell();
  server.listen(0, "127.0.0.1", tell);
});
