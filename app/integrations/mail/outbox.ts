import type { Mailer } from "./mailer";

/** Takes every mail and sends none: `/dev/outbox` shows them. */
export const outboxMailer: Mailer = {
  name: "outbox",
  keepsText: true,
  async *send({ mails, onLine }) {
    onLine?.({ speaker: "note", text: "Kept in the outbox; no provider is asked." });
    yield mails.map(({ id }) => ({ id, outcome: "accepted", response: "In the outbox." }));
  },
  async close() {},
};
