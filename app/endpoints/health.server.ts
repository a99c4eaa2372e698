import type { Call } from "~/http/endpoint.server";

const patience = 2000;

/** The process is up. */
export function sayAlive({ response }: Call): void {
  response.setHeader("Cache-Control", "no-store").type("text").send("ok\n");
}

/** Responds 200 where the database and the queue answer, else 503. */
export async function sayReady({ response, parts: { database } }: Call): Promise<void> {
  const ready = await within(patience, database.ping());
  response.setHeader("Cache-Control", "no-store").status(ready ? 200 : 503);
  response.type("text").send(ready ? "ready\n" : "the database does not answer\n");
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
