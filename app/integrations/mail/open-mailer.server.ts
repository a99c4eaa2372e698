import type { Env } from "~/env.server";
import type { Mailer } from "./mailer";
import { outboxMailer } from "./outbox";
import { smtpMailer } from "./smtp.server";

/** The transport that the environment asks for; without one, mails end in the outbox. */
export function openMailer(env: Env): Mailer {
  if (env.SMTP_URL) return smtpMailer(env.SMTP_URL, env.MAIL_FROM);
  return outboxMailer;
}
