import { Router } from "express";
import type { Database } from "#db/client.server";

const patience = 2000;

/** `/healthz`: the process is up. `/readyz`: its database and queue answer too. */
export function health(database: Database): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.setHeader("Cache-Control", "no-store").type("text").send("ok\n");
  });
  router.get("/readyz", async (_request, response) => {
    const ready = await within(patience, database.ping());
    response.setHeader("Cache-Control", "no-store").status(ready ? 200 : 503);
    response.type("text").send(ready ? "ready\n" : "the database does not answer\n");
  });
  return router;
}

async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const timeout = AbortSignal.timeout(ms);
  const late = new Promise<false>((resolve) => timeout.addEventListener("abort", () => resolve(false)));
  const done = work.then(
    () => true,
    () => false,
  );
  return Promise.race([done, late]);
}
