import { Action, Paragraph, Quiet, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import type { Mail, Words } from "./words";

export interface IdentityProps {
  words: Words;
  /** Such as GitHub. */
  provider: string;
  /** Where the person sees by what they sign in, and parts with it. */
  link: string;
}

/** A service outside was joined to somebody's account. */
export function identityMail(props: IdentityProps): Promise<Mail> {
  const { words, provider } = props;
  return compose(words.t("mail.identity.subject", { provider }), <Identity {...props} />);
}

function Identity({ words, provider, link }: IdentityProps) {
  const { t } = words;
  return (
    <Layout words={words} preview={t("mail.identity.preview", { provider })}>
      <Title>{t("mail.identity.heading", { provider })}</Title>
      <Paragraph>{t("mail.identity.intro", { provider })}</Paragraph>
      <Action href={link}>{t("mail.identity.button")}</Action>
      <div style={{ height: "24px" }} />
      <Quiet>{t("mail.identity.notYou", { provider })}</Quiet>
    </Layout>
  );
}
