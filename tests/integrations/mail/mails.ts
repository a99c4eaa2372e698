import { v7 as uuid } from "uuid";
import { type Batch, type Handover, type Mailer, NotHandedOver, type OutgoingMail } from "~/integrations/mail/mailer";

export const mailTo = (to: string): OutgoingMail => ({
  id: uuid(),
  to,
  subject: "It is planned",
  html: "<p>It is planned.</p>",
  text: "It is planned.",
  headers: { "List-Id": "<posts.feedback.example.com>" },
});

export const mailsTo = (count: number): OutgoingMail[] =>
  Array.from({ length: count }, (_, i) => mailTo(`reader-${i}@example.com`));

/** All that a mailer says of a batch. */
export async function handOver(mailer: Mailer, batch: Partial<Batch> & Pick<Batch, "mails">): Promise<Handover[]> {
  const said: Handover[] = [];
  for await (const outcomes of mailer.send({ id: uuid(), ...batch })) said.push(...outcomes);
  return said;
}

/** Why a batch could not be handed over. */
export async function failure(work: Promise<unknown>): Promise<NotHandedOver> {
  const outcome = await work.catch((error) => error);
  if (!(outcome instanceof NotHandedOver)) throw new Error(`It was handed over: ${JSON.stringify(outcome)}`);
  return outcome;
}
