import { z } from "zod";
import { NotHandedOver } from "~/integrations/mail/mailer";
import { findWritten, keepWritten } from "~/models/telling/deliveries/batch.server";
import { noteDelay, settle } from "~/models/telling/deliveries/settle.server";
import { writeBatch } from "./mail/write-batch.server";
import type { Tools } from "./tools.server";

const data = z.object({ batchId: z.uuid() });

/** Milliseconds for one try, well within what the queue waits before it gives the job to somebody else. */
const patience = 180_000;

/**
 * Hands a batch of mails over: written once and kept, so that each try sends the same under the same id. Where the
 * provider knows our ids, none comes twice; where it does not (SMTP), mail programs do: the `Message-ID` is the same.
 */
export async function sendMail(tools: Tools, job: unknown): Promise<void> {
  const { db, mailer } = tools;
  const { batchId } = data.parse(job);
  await keepWritten(db, await writeBatch(tools, batchId));
  const mails = await findWritten(db, batchId);
  if (mails.length === 0) return;
  const until = Date.now() + patience;
  try {
    for await (const outcomes of mailer.send({ id: batchId, mails })) {
      await settle(db, mailer.name, outcomes, mailer);
      if (Date.now() > until) throw new NotHandedOver("The provider is slow; the rest follows in the next try.");
    }
  } catch (error) {
    if (error instanceof NotHandedOver) await noteDelay(db, batchId, error.message);
    throw error;
  }
}
