import type { Mailer } from "./mailer";

/** Takes every mail and sends none: `/dev/outbox` shows them. */
export const outboxMailer: Mailer = {
  name: "outbox",
  keepsText: true,
  async *send({ mails }) {
    yield mails.map(({ id }) => ({ id, outcome: "accepted", answer: "In the outbox." }));
  },
  async close() {},
};
