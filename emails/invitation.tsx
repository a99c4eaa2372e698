import { Action, Paragraph, Quiet, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import type { Mail, Words } from "./words";

export interface InvitationProps {
  words: Words;
  /** Who invites; null for somebody without a name. */
  by: string | null;
  link: string;
  expiresAt: Date;
}

/** The team asks somebody to join. */
export function invitationMail(props: InvitationProps): Promise<Mail> {
  return compose(props.words.t("mail.invitation.subject"), <Invitation {...props} />);
}

function Invitation({ words, by, link, expiresAt }: InvitationProps) {
  const { t, day } = words;
  return (
    <Layout words={words} preview={t("mail.invitation.preview")}>
      <Title>{t("mail.invitation.heading")}</Title>
      <Paragraph>{by ? t("mail.invitation.introBy", { name: by }) : t("mail.invitation.intro")}</Paragraph>
      <Action words={words} href={link}>
        {t("mail.invitation.button")}
      </Action>
      <div style={{ height: "24px" }} />
      <Quiet>{t("mail.invitation.life", { date: day(expiresAt) })}</Quiet>
    </Layout>
  );
}
