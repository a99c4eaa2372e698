import { fillTicketGaps } from "~/models/core/settings/ticket-gaps";
import { type Attachment, filePath } from "~/models/feedback/attachments/attachment";
import { categoryName } from "~/models/support/categories/category-name";
import { findPromise } from "~/models/support/promises/list-targets.server";
import { forwardKeyFor, forwardTokenFor, replyTokenFor, ticketKeyFor } from "~/models/support/tickets/keys.server";
import { ticketLimits } from "~/models/support/tickets/limits";
import { listTicketFiles } from "~/models/support/tickets/list-ticket-files.server";
import type { Rating } from "~/models/support/tickets/ratings";
import { findTicketMails, type TicketMail } from "~/models/support/tickets/ticket-mails.server";
import { staffTicketPath, ticketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import type { WrittenMail } from "~/models/telling/deliveries/batch.server";
import type { QueuedMail } from "~/models/telling/deliveries/queued-mail";
import {
  ticketAnswerMail,
  ticketForwardMail,
  ticketNewsMail,
  ticketReceivedMail,
  ticketResolvedMail,
} from "../../../../emails/ticket";
import { speakTo } from "../../speak-to.server";
import type { Tools } from "../../tools.server";
import { replyTo } from "../headers";
import type { MailKind, MailKinds } from "../mail-kind";

/** Mails of the support desk: nobody can end them, since each is about what its reader has asked. */
const kind: MailKind = {
  async *write(tools: Tools, mails: QueuedMail[]) {
    const ids = mails.map(({ id }) => id);
    const found = await findTicketMails(tools.db, ids);
    const files = await listTicketFiles(
      tools.db,
      found.map(({ message }) => message),
    );
    for (const mail of found) {
      const written = await writeTicketMail(tools, mail, files[mail.message.id]);
      if (written) yield written;
    }
  },
};

export const ticketMails = {
  "ticket-received": kind,
  "ticket-answer": kind,
  "ticket-resolved": kind,
  "ticket-news": kind,
  "ticket-forward": kind,
} satisfies MailKinds;

async function writeTicketMail(
  tools: Tools,
  mail: TicketMail,
  attached: Attachment[] = [],
): Promise<WrittenMail | undefined> {
  const { env, origin, portal } = tools;
  const { deliveryId, ticket, person } = mail;
  const { defaultLanguage } = (await portal.read()).settings;
  const words = await speakTo(tools, { language: person?.language ?? defaultLanguage });
  const number = writeTicketNumber(ticket);
  const common = {
    words,
    home: origin,
    ticket: { number, subject: ticket.subject, status: ticket.status, category: categoryName(words, mail.category) },
    message: {
      html: mail.message.html,
      by: mail.by ?? (mail.isByProduct ? words.t("site.name") : null),
      isByTeam: mail.isByTeam || mail.isByProduct,
    },
  };
  const filesFor = (search: string) =>
    attached.map(({ id, name, bytes }) => ({ name, bytes, link: `${origin}${filePath(id, undefined, search)}` }));
  const headers = {
    ...headersOf(origin, ticket.id),
    ...(person && replyHeader(env, replyTokenFor(env.SESSION_SECRET, person.id))),
  };
  if (mail.kind === "ticket-news") {
    const link = `${origin}${staffTicketPath(ticket)}`;
    const written = await ticketNewsMail({ ...common, link, files: filesFor("") });
    return {
      mail: { id: deliveryId, ...written, headers: { ...headers, "Auto-Submitted": "auto-generated" } },
      tokens: [],
    };
  }
  if (mail.kind === "ticket-forward") {
    const files = filesFor(`?key=${forwardKeyFor(env.SESSION_SECRET, mail.message.id)}`);
    const written = await ticketForwardMail({ ...common, link: origin, files, days: ticketLimits.forwarded.days });
    const replies = replyHeader(env, forwardTokenFor(env.SESSION_SECRET, mail.message.id));
    return { mail: { id: deliveryId, ...written, headers: replies }, tokens: [] };
  }
  if (!person) return;
  const key = person.userId ? "" : `?key=${ticketKeyFor(env.SESSION_SECRET, person)}`;
  const link = `${origin}${ticketPath(ticket)}${key}`;
  const props = { ...common, link };
  const isOver = ticket.status === "resolved" || ticket.status === "closed";
  const isAsked = isOver && person.role === "requester" && (mail.kind === "ticket-resolved" || mail.isAsking);
  const rateLink = (rating: Rating) => `${link}${key ? "&" : "?"}rating=${rating}#rating`;
  const asking = { ...props, ...(isAsked && { rateLink }) };
  switch (mail.kind) {
    case "ticket-received": {
      const { confirmationText } = (await portal.read()).settings;
      const gaps = { number, subject: ticket.subject, name: mail.by ?? "", category: common.ticket.category };
      const text = fillTicketGaps(confirmationText[words.language], gaps);
      const { answer } = await findPromise(tools.db, ticket.id);
      const written = await ticketReceivedMail({ ...props, files: filesFor(key), text, answerBy: answer?.at });
      return {
        mail: { id: deliveryId, ...written, headers: { ...headers, "Auto-Submitted": "auto-replied" } },
        tokens: [],
      };
    }
    case "ticket-answer":
      return {
        mail: {
          id: deliveryId,
          ...(await ticketAnswerMail({ ...asking, files: filesFor(key) })),
          headers: { ...headers, ...(mail.isByProduct && { "Auto-Submitted": "auto-replied" }) },
        },
        tokens: [],
      };
    case "ticket-resolved": {
      const written = await ticketResolvedMail(asking);
      return {
        mail: { id: deliveryId, ...written, headers: { ...headers, "Auto-Submitted": "auto-generated" } },
        tokens: [],
      };
    }
  }
}

/** Where answers by mail go, if mail comes in here. */
const replyHeader = ({ INBOUND_DOMAIN }: Tools["env"], token: string): Record<string, string> =>
  INBOUND_DOMAIN ? { "Reply-To": replyTo(token, INBOUND_DOMAIN) } : {};

/** All mails of a ticket refer to one made-up message, so that mail programs show them together. */
function headersOf(origin: string, ticketId: string): Record<string, string> {
  const root = `<ticket-${ticketId}@${new URL(origin).hostname}>`;
  return { References: root, "In-Reply-To": root };
}
