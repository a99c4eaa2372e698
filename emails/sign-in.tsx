import { Button, Heading, render, Text } from "@react-email/components";
import { Layout } from "./layout";
import type { Mail, Words } from "./words";

export interface SignInProps {
  words: Words;
  /** Six digits. */
  code: string;
  /** The full address that signs in. */
  link: string;
}

/** The mail that lets somebody sign in. */
export async function signInMail(props: SignInProps): Promise<Mail> {
  const { words, code } = props;
  const template = <SignIn {...props} />;
  return {
    subject: words.t("mail.signIn.subject", { code }),
    html: await render(template),
    text: await render(template, { plainText: true }),
  };
}

export function SignIn({ words, code, link }: SignInProps) {
  const { t } = words;
  return (
    <Layout words={words} preview={t("mail.signIn.preview")}>
      <Heading style={{ fontSize: "20px" }}>{t("mail.signIn.heading")}</Heading>
      <Text>{t("mail.signIn.intro")}</Text>
      <Text dir="ltr" style={{ fontSize: "32px", fontWeight: 700, letterSpacing: "6px", margin: "8px 0 24px" }}>
        {code}
      </Text>
      <Text>{t("mail.signIn.orLink")}</Text>
      <Button
        href={link}
        style={{
          backgroundColor: "#0b6670",
          color: "#ffffff",
          borderRadius: "8px",
          padding: "10px 18px",
          fontWeight: 600,
        }}
      >
        {t("mail.signIn.button")}
      </Button>
      <Text>{t("mail.signIn.life")}</Text>
      <Text style={{ fontSize: "14px", opacity: 0.75 }}>{t("mail.signIn.notYou")}</Text>
    </Layout>
  );
}
