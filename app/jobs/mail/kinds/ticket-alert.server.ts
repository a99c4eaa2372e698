import { type TicketNews, ticketsTeller } from "~/models/support/tickets/teller.server";
import { writeTicketNumber } from "~/models/support/tickets/ticket-number";
import type { WrittenMail } from "~/models/telling/deliveries/batch.server";
import type { Reader } from "~/models/telling/deliveries/queued-mail";
import { findNewsOfDeliveries } from "~/models/telling/notifications/find-news.server";
import { ticketAlertMail } from "../../../../emails/ticket";
import { speakTo } from "../../speak-to.server";
import type { Tools } from "../../tools.server";
import { mailHeaders } from "../headers";
import { linkMaker } from "../links.server";
import type { MailKinds } from "../mail-kind";

/** What whoever looks after tickets hears of at once. */
export const ticketAlerts = {
  "ticket-alert": {
    async *write(tools, mails) {
      const wanted = mails.filter(({ reader }) => reader?.wantsMail && !reader.isBlocked);
      const told = await findNewsOfDeliveries(
        tools.db,
        [ticketsTeller],
        wanted.map(({ id }) => id),
      );
      for (const { id, reader } of wanted) {
        const [news] = told.get(id) ?? [];
        if (news && reader) yield await writeAlert(tools, { id, reader, news });
      }
    },
  },
} satisfies MailKinds;

interface Alert {
  id: string;
  reader: Reader;
  news: TicketNews;
}

async function writeAlert(tools: Tools, { id, reader, news }: Alert): Promise<WrittenMail> {
  const { origin } = tools;
  const words = await speakTo(tools, reader);
  const { linkTo, tokens } = linkMaker(tools, { id, reader });
  const unsubscribe = linkTo("unsubscribe");
  const { sentence, path } = ticketsTeller.describe(words, news);
  const mail = await ticketAlertMail({
    words,
    links: { home: origin, preferences: `${origin}/me/preferences`, unsubscribe },
    ticket: { number: writeTicketNumber(news.ticket), subject: news.ticket.subject },
    sentence,
    link: `${origin}${path}`,
  });
  const headers = mailHeaders({ origin, name: words.t("site.name"), unsubscribe });
  return { mail: { id, ...mail, headers }, tokens };
}
