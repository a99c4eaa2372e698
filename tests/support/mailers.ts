import { type Batch, type Mailer, NotHandedOver, type OutgoingMail } from "~/integrations/mail/mailer";
import { step } from "./database";

/** A transport that keeps what it is given, and that can be told to fail first. */
export class Collector implements Mailer {
  readonly name = "smtp";
  readonly keepsText = false;
  /** Every request, also those that failed. */
  readonly tries: Batch[] = [];
  readonly mails: OutgoingMail[] = [];
  /** How many requests fail from now on, and whether the mails arrive nevertheless. */
  failing = { times: 0, arrives: false };
  /** Addresses that are refused. */
  refused = new Set<string>();

  async *send(batch: Batch) {
    step();
    this.tries.push(structuredClone(batch));
    const fails = this.failing.times-- > 0;
    if (!fails || this.failing.arrives) this.mails.push(...batch.mails.filter(({ to }) => !this.refused.has(to)));
    if (fails) throw new NotHandedOver("It hangs.");
    yield batch.mails.map(({ id, to }) =>
      this.refused.has(to)
        ? { id, outcome: "refused" as const, response: "550 no such person" }
        : { id, outcome: "accepted" as const, response: "250 OK", providerId: `p-${id}` },
    );
  }

  async close() {}
}
