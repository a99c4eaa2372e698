import type PgBoss from "pg-boss";
import type { QueueName } from "#db/queue.server";
import { sendSignInMail } from "./send-sign-in-mail.server";
import type { Tools } from "./tools.server";

type Handler = (tools: Tools, data: unknown) => Promise<void>;

/** Who does which job; a queue without a handler does not compile. */
export const handlers = {
  "send-sign-in-mail": sendSignInMail,
} satisfies Record<QueueName, Handler>;

/** Works on every queue, each on its own, until the queue is stopped. */
export async function work(queue: PgBoss, tools: Tools): Promise<void> {
  queue.on("error", (error) => tools.log.warn({ err: error }, "queue"));
  await queue.start();
  for (const [name, handle] of Object.entries(handlers)) {
    await queue.work(name, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
      for (const job of jobs) await handle(tools, job.data);
    });
  }
}
