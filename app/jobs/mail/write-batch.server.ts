import { setTimeout as pause } from "node:timers/promises";
import { groupPairs } from "~/models/core/group-pairs";
import { giveUp, openBatch, type WrittenMail } from "~/models/telling/deliveries/batch.server";
import type { QueuedMail } from "~/models/telling/deliveries/queued-mail";
import type { Tools } from "../tools.server";
import type { QueuedKind } from "./mail-kind";
import { mailKinds } from "./mail-kinds.server";
import { senderHeader } from "./sender.server";

/** Writes the mails of a batch that no provider has seen yet; those that are not to be sent after all are settled here. */
export async function writeBatch(tools: Tools, batchId: string): Promise<WrittenMail[]> {
  const { queued, suppressed } = await openBatch(tools.db, batchId);
  await drop(tools, suppressed, "suppressed");
  const sender = await senderHeader(tools);
  const written: WrittenMail[] = [];
  for (const [kind, mails] of byKind(queued)) {
    for await (const { mail, tokens } of mailKinds[kind].write(tools, mails)) {
      written.push({ tokens, mail: { ...mail, headers: { ...mail.headers, ...sender } } });
      // Writing takes milliseconds of this process, which may have readers to serve as well.
      await pause(0);
    }
  }
  const ids = new Set(written.map(({ mail }) => mail.id));
  const skipped = queued.filter(({ id }) => !ids.has(id));
  await drop(tools, skipped, "skipped");
  return written;
}

async function drop(tools: Tools, mails: QueuedMail[], status: "suppressed" | "skipped"): Promise<void> {
  await giveUp(tools.db, mails, status);
  for (const [kind, some] of byKind(mails)) {
    const ids = some.map(({ id }) => id);
    await mailKinds[kind].notSent?.(tools, ids, status === "suppressed");
  }
}

const byKind = (mails: QueuedMail[]): Map<QueuedKind, QueuedMail[]> =>
  groupPairs(mails.map((mail) => [mail.kind as QueuedKind, mail]));
