import type { Env } from "~/env.server";
import type { Mailer } from "./mailer";
import { outboxMailer } from "./outbox";
import { resendMailer } from "./resend.server";
import { smtpMailer } from "./smtp.server";

/**
 * The transport that the environment asks for, Resend before SMTP; without one, mails end in the outbox. It keeps their
 * words, which sign people in, only where it is there to be looked at.
 */
export function openMailer(env: Env, { showsOutbox = false } = {}): Mailer {
  if (env.RESEND_API_KEY)
    return resendMailer({ key: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL, from: env.MAIL_FROM });
  if (env.SMTP_URL) return smtpMailer(env.SMTP_URL, env.MAIL_FROM);
  return { ...outboxMailer, keepsText: showsOutbox };
}
