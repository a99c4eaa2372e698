import { Action, Paragraph, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import type { Mail, Words } from "./words";

export interface CommentRefusedProps {
  words: Words;
  reason: "stranger" | "blocked" | "limited" | "locked" | "gone" | "tooLong";
  /** Of the mail that was not taken. */
  subject: string;
  /** The post that it was to comment on, or the portal. */
  link: string;
}

/** Says why a mail did not become a comment. */
export function commentRefusedMail({ words, reason, subject, link }: CommentRefusedProps): Promise<Mail> {
  const { t } = words;
  const title = t("mail.commentRefused.title");
  return compose(
    t("mail.commentRefused.subject"),
    <Layout words={words} preview={t(`mail.commentRefused.why.${reason}`)}>
      <Title>{title}</Title>
      <Paragraph>{t("mail.commentRefused.which", { subject })}</Paragraph>
      <Paragraph>{t(`mail.commentRefused.why.${reason}`)}</Paragraph>
      <Action words={words} href={link}>
        {t(reason === "stranger" || reason === "gone" ? "mail.commentRefused.home" : "mail.commentRefused.open")}
      </Action>
    </Layout>,
  );
}
