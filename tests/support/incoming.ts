import { createTransport, type SendMailOptions } from "nodemailer";
import { readEnv } from "~/env.server";
import { replyTokenFor } from "~/models/support/tickets/keys.server";
import { origin, secret } from "./app";
import { runJobs } from "./jobs";

/** What an app and its jobs need to take mail in. */
export const inbound = { INBOUND_DOMAIN: "in.example.com", INBOUND_SECRET: "the secret of the mail server" };

/** Where answers of one of a ticket's people go. */
export const replyAddress = (personId: string): string =>
  `reply+${replyTokenFor(secret, personId)}@${inbound.INBOUND_DOMAIN}`;

/** A mail as a mail server hands it on. */
export async function compose(mail: SendMailOptions): Promise<Buffer> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(mail);
  return message as Buffer;
}

/** Hands a mail over; resolves to the response's status. */
export async function handOver(raw: Buffer | string, given = inbound.INBOUND_SECRET): Promise<number> {
  const response = await fetch(`${origin()}/hooks/mail`, {
    method: "POST",
    headers: { "Content-Type": "message/rfc822", "X-Webhook-Secret": given },
    body: new Uint8Array(Buffer.from(raw)),
  });
  return response.status;
}

/** Does the jobs of a portal that takes mail in. */
export const runMailJobs = (change: Parameters<typeof runJobs>[0] = {}, how: Parameters<typeof runJobs>[1] = {}) =>
  runJobs({ env: readEnv({ NODE_ENV: "test", SESSION_SECRET: secret, ...inbound }), ...change }, how);

/** Hands a mail over, and has it read. */
export async function receive(mail: SendMailOptions): Promise<void> {
  const status = await handOver(await compose(mail));
  if (status !== 202) throw new Error(`The hook answers ${status}.`);
  await runMailJobs();
}
