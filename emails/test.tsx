import { Heading, render, Text } from "@react-email/components";
import { Layout } from "./layout";
import type { Mail, Words } from "./words";

export interface TestProps {
  words: Words;
  at?: Date;
}

/** What staff send themselves to see that mail leaves and arrives. */
export async function testMail({ words, at = new Date() }: TestProps): Promise<Mail> {
  const { t, moment } = words;
  const template = (
    <Layout words={words} preview={t("mail.test.body")}>
      <Heading style={{ fontSize: "20px" }}>{t("mail.test.heading")}</Heading>
      <Text>{t("mail.test.body")}</Text>
      <Text style={{ fontSize: "14px", opacity: 0.75 }}>{t("mail.test.sent", { date: moment(at) })}</Text>
    </Layout>
  );
  return {
    subject: t("mail.test.subject"),
    html: await render(template),
    text: await render(template, { plainText: true }),
  };
}
