import { home, type Samples } from "../sample-parts";
import {
  ticketAlertMail,
  ticketAnswerMail,
  ticketForwardMail,
  ticketNewsMail,
  ticketReceivedMail,
  ticketResolvedMail,
} from "../ticket";
import type { Words } from "../words";

const ticket = {
  number: "ST-2026-0042",
  subject: "I cannot export the year 2025",
  status: "open" as const,
};
const about = (words: Words) => ({ ...ticket, category: words.t("ticketCategory.bug_report") });
const asked = {
  html: "<p>The export stops after <strong>1,000 rows</strong>, whichever format I choose.</p>",
  by: "Ben Okafor",
  isByTeam: false,
};
const answered = {
  html: "<p>Thank you for telling us. Which browser do you use, and does it say anything when it stops?</p>",
  by: "Mona Lindqvist",
  isByTeam: true,
};
const files = [{ name: "export settings.pdf", bytes: 482_000, link: `${home}/files/export` }];
const link = `${home}/support/ST-2026-0042`;
const rateLink = (rating: string) => `${link}?rating=${rating}#rating`;

export const ticketSamples: Samples = {
  "ticket-received": ({ words }) => ticketReceivedMail({ words, home, ticket: about(words), message: asked, link }),
  "ticket-answer": ({ words }) =>
    ticketAnswerMail({ words, home, ticket: { ...about(words), status: "waiting" }, message: answered, link, files }),
  "ticket-answer-resolved": ({ words }) =>
    ticketAnswerMail({
      words,
      home,
      ticket: { ...about(words), status: "resolved" },
      message: answered,
      link,
      rateLink,
    }),
  "ticket-resolved": ({ words }) =>
    ticketResolvedMail({
      words,
      home,
      ticket: { ...about(words), status: "resolved" },
      message: answered,
      link,
      rateLink,
    }),
  "ticket-forward": ({ words }) =>
    ticketForwardMail({ words, home, ticket: about(words), message: answered, link: home, files, days: 90 }),
  "ticket-alert": ({ words, links }) =>
    ticketAlertMail({
      words,
      links,
      ticket,
      sentence: words.t("notifications.says.ticket.raised", { title: ticket.subject }),
      link,
    }),
  "ticket-news": ({ words }) => ticketNewsMail({ words, home, ticket: about(words), message: asked, link }),
};
