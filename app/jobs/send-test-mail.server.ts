import { setTimeout as pause } from "node:timers/promises";
import { v7 as uuid } from "uuid";
import type { Words } from "~/i18n";
import { type Handover, type Line, type Mailer, NotHandedOver, type OutgoingMail } from "~/integrations/mail/mailer";
import { queueTestMail } from "~/models/telling/deliveries/queue-test-mail.server";
import { settle } from "~/models/telling/deliveries/settle.server";
import type { TestMailReport } from "~/models/telling/deliveries/test-mail";
import { testMail } from "../../emails/test";
import type { Tools } from "./tools.server";

/** Milliseconds that somebody looks at a page that is loading. */
const patience = 9000;

/** Sends a mail through the transport while somebody waits, and tells how it went. */
export const testMailSender =
  ({ db, mailer }: Pick<Tools, "db" | "mailer">) =>
  async ({ userId, to, words }: { userId: string; to: string; words: Words }): Promise<TestMailReport> => {
    const mail = { id: uuid(), to, headers: { "Auto-Submitted": "auto-generated" }, ...(await testMail({ words })) };
    await queueTestMail(db, { ...mail, userId }, mailer);
    const talk: Line[] = [];
    const started = Date.now();
    const said = handOver(mailer, mail, (line) => talk.push(line)).then(async (handover) => {
      await settle(db, mailer.name, [asSettled(handover)], mailer);
      return handover;
    });
    const { outcome, response } = await Promise.race([said, late(mail.id)]);
    const milliseconds = Date.now() - started;
    return { to, transport: mailer.name, outcome, response, milliseconds, talk: [...talk] };
  };

interface TestHandover extends Omit<Handover, "outcome"> {
  outcome: TestMailReport["outcome"];
}

async function handOver(mailer: Mailer, mail: OutgoingMail, onLine: (line: Line) => void): Promise<TestHandover> {
  try {
    for await (const [handover] of mailer.send({ id: mail.id, mails: [mail], isUrgent: true, onLine })) {
      if (handover) return handover;
    }
    return { id: mail.id, outcome: "postponed", response: "" };
  } catch (error) {
    if (!(error instanceof NotHandedOver)) throw error;
    return { id: mail.id, outcome: "postponed", response: error.message };
  }
}

/** A test is not tried again. */
const asSettled = ({ outcome, ...handover }: TestHandover): Handover => ({
  ...handover,
  outcome: outcome === "accepted" ? "accepted" : "refused",
});

async function late(id: string): Promise<TestHandover> {
  await pause(patience, undefined, { ref: false });
  return { id, outcome: "postponed", response: `No answer within ${patience / 1000} seconds.` };
}
