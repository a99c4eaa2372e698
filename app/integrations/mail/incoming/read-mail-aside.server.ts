import PQueue from "p-queue";
import { Piscina } from "piscina";
import { type IncomingMail, unreadableMail } from "./incoming-mail";
import { limits } from "./limits";

/** Milliseconds of work: ten times what 25 MB of attachments take. What takes longer was made to. */
const longest = 20_000;

/** From source, the thread needs what reads TypeScript. */
const execArgv = import.meta.url.endsWith(".ts") ? ["--import", "tsx"] : [];

/** One at a time: the clock starts with the work, and a mail that waits behind a large one is not the worse for it. */
const queue = new PQueue({ concurrency: 1 });
let workers: Piscina | undefined;

/**
 * Reads a mail in a thread of its own, since a large one takes seconds. One that is too large, or takes too long, is
 * `unreadable`; nothing is thrown.
 */
export async function readMailAside(raw: Uint8Array, patience = longest): Promise<IncomingMail> {
  if (raw.byteLength > limits.mail) return unreadableMail();
  return queue.add(() => read(raw, patience));
}

async function read(raw: Uint8Array, patience: number): Promise<IncomingMail> {
  try {
    const pool = await startWorkers();
    return await pool.run(raw, { signal: AbortSignal.timeout(patience) });
  } catch {
    return unreadableMail();
  }
}

async function startWorkers(): Promise<Piscina> {
  workers ??= new Piscina({
    filename: new URL("./read-mail.worker.js", import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    atomics: "disabled",
    execArgv,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  // Loading is slow and not the fault of the mail.
  if (workers.threads.length === 0) await workers.run(new Uint8Array());
  return workers;
}
