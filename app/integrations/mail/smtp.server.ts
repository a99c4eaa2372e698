import { createTransport } from "nodemailer";
import { type Mailer, NotHandedOver } from "./mailer";

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
    name: "smtp",
    keepsText: false,
    async *send({ mails }) {
      for (const { id, ...mail } of mails) {
        try {
          const { response } = await transport.sendMail({ from, ...mail, messageId: `<${id}@groundswell>` });
          yield [{ id, outcome: "accepted", answer: response }];
        } catch (error) {
          const { responseCode = 0, message } = error as Error & { responseCode?: number };
          if (responseCode < 500) throw new NotHandedOver(message);
          yield [{ id, outcome: "refused", answer: message }];
        }
      }
    },
    close: async () => transport.close(),
  };
}
