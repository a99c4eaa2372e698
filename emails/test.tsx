import { Paragraph, Quiet, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import type { Mail, Words } from "./words";

export interface TestProps {
  words: Words;
  at?: Date;
}

/** The test mail that staff send themselves to see that mail leaves and arrives. */
export function testMail({ words, at = new Date() }: TestProps): Promise<Mail> {
  const { t, moment } = words;
  const template = (
    <Layout words={words} preview={t("mail.test.body")}>
      <Title>{t("mail.test.heading")}</Title>
      <Paragraph>{t("mail.test.body")}</Paragraph>
      <Quiet>{t("mail.test.sent", { date: moment(at) })}</Quiet>
    </Layout>
  );
  return compose(t("mail.test.subject"), template);
}
