import { Action, Paragraph, Quiet, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import type { Mail, Words } from "./words";

export interface PageFailedProps {
  words: Words;
  /** Of the ticket. */
  number: string;
  /** Why somebody should have been paged. */
  reason: string;
  /** In PagerDuty's words. */
  answer: string;
  /** Where the ticket is. */
  link: string;
}

/** Somebody should have been paged about a ticket, and nobody was. */
export function pageFailedMail(props: PageFailedProps): Promise<Mail> {
  return compose(props.words.t("mail.pageFailed.subject", { number: props.number }), <PageFailed {...props} />);
}

function PageFailed({ words, number, reason, answer, link }: PageFailedProps) {
  const { t } = words;
  return (
    <Layout words={words} preview={t("mail.pageFailed.intro", { reason })}>
      <Title>{t("mail.pageFailed.subject", { number })}</Title>
      <Paragraph>{t("mail.pageFailed.intro", { reason })}</Paragraph>
      <Action words={words} href={link}>
        {t("mail.pageFailed.button")}
      </Action>
      <div style={{ height: "24px" }} />
      <Quiet>{t("mail.pageFailed.answer", { answer })}</Quiet>
    </Layout>
  );
}
