import type { ReactNode } from "react";
import { Action, FileLinks, Paragraph, Quiet, Quote, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import { accentOf } from "./look";
import { oneLine } from "./one-line";
import { previewText } from "./preview-text";
import type { FileLink, FooterLinks } from "./props";
import type { Mail, Words } from "./words";

export interface TicketProps {
  words: Words;
  /** `https://feedback.example.com` */
  home: string;
  ticket: {
    /** `ST-2026-0001` */
    number: string;
    subject: string;
    status: "open" | "in_progress" | "waiting" | "resolved" | "closed";
    /** What it is about, in the reader's language. */
    category: string;
  };
  /** What was said. */
  message: {
    html: string;
    /** Null for somebody without a name. */
    by: string | null;
    isByTeam: boolean;
  };
  /** Where the reader sees the ticket. */
  link: string;
  /** What goes along with what was said. */
  files?: FileLink[];
}

interface AskingProps extends TicketProps {
  /** Where the reader's choice can be made; nothing where they are not asked. */
  rateLink?: (rating: (typeof ratings)[number]) => string;
}

const ratings = ["1", "2", "3", "4", "5"] as const;

/** Characters of a message; the rest stands on the page. */
const longestOnPage = 20_000;
/** Whoever gets it has no page: more than somebody can write. */
const longestForward = 1_000_000;

interface Received {
  text?: string;
  /** Until when an answer is promised. */
  answerBy?: Date;
}

/** Says that a ticket arrived, and what happens next; `text` are the team's own words for it, if any. */
export function ticketReceivedMail({ text = "", answerBy, ...props }: TicketProps & Received): Promise<Mail> {
  const { words, link, ticket } = props;
  const { t } = words;
  return compose(
    subjectOf(props),
    <Layout words={words} preview={t("mail.ticket.received.heading")}>
      <Title>{t("mail.ticket.received.heading")}</Title>
      {(text || t("mail.ticket.received.text", { number: ticket.number })).split(/\n{2,}/).map((paragraph) => (
        <Paragraph key={paragraph}>{paragraph}</Paragraph>
      ))}
      {answerBy && <Paragraph>{t("promise.answerBy", { moment: words.moment(answerBy) })}</Paragraph>}
      <Said {...props} />
      <FileLinks words={words} files={props.files} />
      <Action words={words} href={link}>
        {t("mail.ticket.open")}
      </Action>
      <About {...props} />
    </Layout>,
  );
}

/** Brings what was said in a ticket. */
export function ticketAnswerMail(props: AskingProps): Promise<Mail> {
  const { words, link, ticket, message } = props;
  const { t } = words;
  const name = message.by ?? t("people.nameless");
  return compose(
    subjectOf(props),
    <Layout words={words} preview={previewText(message.html)}>
      <Title>{ticket.subject}</Title>
      <Quiet>{t("mail.ticket.wrote", { name })}</Quiet>
      <Said {...props} />
      <FileLinks words={words} files={props.files} />
      {ticket.status === "waiting" && <Paragraph>{t("mail.ticket.waiting")}</Paragraph>}
      <Ratings {...props} />
      <Action words={words} href={link}>
        {t(props.rateLink ? "mail.ticket.resolved.button" : "mail.ticket.answer")}
      </Action>
      <About {...props} />
    </Layout>,
  );
}

/** Asks whether a ticket is solved that somebody of the team has resolved. */
export function ticketResolvedMail(props: AskingProps): Promise<Mail> {
  const { words, link, ticket } = props;
  const { t } = words;
  return compose(
    subjectOf(props),
    <Layout words={words} preview={t("mail.ticket.resolved.heading")}>
      <Title>{ticket.subject}</Title>
      <Paragraph>{t("mail.ticket.resolved.heading")}</Paragraph>
      <Ratings {...props} />
      <Action words={words} href={link}>
        {t("mail.ticket.resolved.button")}
      </Action>
      <About {...props} />
    </Layout>,
  );
}

/** Tells the team that there is a new ticket. */
export function ticketNewsMail(props: TicketProps): Promise<Mail> {
  const { words, link, ticket, message } = props;
  const { t } = words;
  const name = message.by ?? t("people.nameless");
  return compose(
    subjectOf(props),
    <Layout words={words} preview={previewText(message.html)}>
      <Title>{ticket.subject}</Title>
      <Quiet>{t("mail.ticket.news", { name, category: ticket.category })}</Quiet>
      <Said {...props} />
      <FileLinks words={words} files={props.files} />
      <Action words={words} href={link}>
        {t("mail.ticket.open")}
      </Action>
    </Layout>,
  );
}

interface AlertProps {
  words: Words;
  links: Omit<FooterLinks, "mute" | "changelog" | "roadmap">;
  ticket: { number: string; subject: string };
  /** What happened, as the app says it. */
  sentence: string;
  /** Where the reader sees the ticket. */
  link: string;
}

/** Tells somebody of the team what cannot wait: a promised time is at risk, or their tier is asked. */
export function ticketAlertMail({ words, links, ticket, sentence, link }: AlertProps): Promise<Mail> {
  const { t } = words;
  return compose(
    `[${ticket.number}] ${ticket.subject}`,
    <Layout words={words} preview={oneLine(sentence)} footer={{ why: t("mail.ticket.alert"), links }}>
      <Title>{ticket.subject}</Title>
      <Paragraph>{oneLine(sentence)}</Paragraph>
      <Action words={words} href={link}>
        {t("mail.ticket.open")}
      </Action>
    </Layout>,
  );
}

/** Brings something of a ticket to somebody outside, in the words of somebody of the team, with files for so many days. */
export function ticketForwardMail(props: TicketProps & { days: number }): Promise<Mail> {
  const { words, ticket, message, files = [], days } = props;
  const { t } = words;
  return compose(
    `${t("mail.ticket.forward.subject", { subject: ticket.subject })} [${ticket.number}]`,
    <Layout words={words} preview={previewText(message.html)}>
      <Quiet>{t("mail.ticket.forward.wrote", { name: message.by ?? t("people.nameless") })}</Quiet>
      <Said {...props} longest={longestForward} />
      <FileLinks words={words} files={files} />
      {files.length > 0 && <Quiet>{t("mail.ticket.forward.openFor", { days: words.number(days) })}</Quiet>}
    </Layout>,
  );
}

/** Each choice opens the page of the ticket, which asks once more: what opens links by itself chooses nothing. */
function Ratings({ words, rateLink }: AskingProps) {
  const { t } = words;
  if (!rateLink) return null;
  return (
    <>
      <Paragraph>{t("mail.ticket.resolved.question")}</Paragraph>
      <ul style={{ margin: "0 0 16px", padding: 0, listStyle: "none" }}>
        {ratings.map((rating) => (
          <li key={rating} style={{ margin: "0 0 6px" }}>
            <a href={rateLink(rating)} className="action" style={{ color: accentOf(words).accent, lineHeight: "1.8" }}>
              {rating} – {t(`rating.values.${rating}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const subjectOf = ({ ticket }: TicketProps): string => `[${ticket.number}] ${ticket.subject}`;

const Said = ({
  words,
  message,
  home,
  link,
  longest = longestOnPage,
}: TicketProps & { longest?: number }): ReactNode => (
  <Quote words={words} html={message.html} home={home} link={link} longest={longest} isAnswer={message.isByTeam} />
);

function About({ words: { t }, ticket }: TicketProps) {
  return (
    <>
      <div style={{ height: "24px" }} />
      <Quiet>{t("mail.ticket.about", { number: ticket.number, category: ticket.category })}</Quiet>
    </>
  );
}
