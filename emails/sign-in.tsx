import { Action, Paragraph, Quiet, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import { accentOf, paragraph } from "./look";
import type { Mail, Words } from "./words";

export interface SignInProps {
  words: Words;
  /** Six digits. */
  code: string;
  /** The full address that signs in. */
  link: string;
}

/** The mail that lets somebody sign in. */
export function signInMail(props: SignInProps): Promise<Mail> {
  return compose(props.words.t("mail.signIn.subject", { code: props.code }), <SignIn {...props} />);
}

function SignIn({ words, code, link }: SignInProps) {
  const { t } = words;
  const digits = {
    ...paragraph,
    color: accentOf(words).accent,
    fontSize: "34px",
    fontWeight: 700,
    letterSpacing: "6px",
  };
  return (
    <Layout words={words} preview={t("mail.signIn.preview")}>
      <Title>{t("mail.signIn.heading")}</Title>
      <Paragraph>{t("mail.signIn.intro")}</Paragraph>
      <p className="accent" style={{ ...digits, lineHeight: "1.2", margin: "0 0 24px" }}>
        <span dir="ltr">{code}</span>
      </p>
      <Paragraph>{t("mail.signIn.orLink")}</Paragraph>
      <Action words={words} href={link}>
        {t("mail.signIn.button")}
      </Action>
      <div style={{ height: "24px" }} />
      <Quiet>{t("mail.signIn.life")}</Quiet>
      <Quiet>{t("mail.signIn.notYou")}</Quiet>
    </Layout>
  );
}
