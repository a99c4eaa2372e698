import { createTransport } from "nodemailer";
import type { Mailer } from "./mailer";

const seconds = 1000;

/** Any server that speaks SMTP, `smtp://user:password@host:port`. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
  });
  return {
    async send({ id, ...mail }) {
      const { response } = await transport.sendMail({ from, ...mail, messageId: `<${id}@groundswell>` });
      return response;
    },
    close: () => transport.close(),
  };
}
