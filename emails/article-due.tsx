import { Action, Paragraph, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import { oneLine } from "./one-line";
import type { FooterLinks } from "./props";
import type { Mail, Words } from "./words";

interface ArticleDueProps {
  words: Words;
  links: Omit<FooterLinks, "mute" | "changelog" | "roadmap">;
  title: string;
  sentence: string;
  link: string;
}

/** It is time that its owner looks at an article again. */
export function articleDueMail({ words, links, title, sentence, link }: ArticleDueProps): Promise<Mail> {
  const { t } = words;
  return compose(
    oneLine(sentence),
    <Layout words={words} preview={oneLine(sentence)} footer={{ why: t("mail.articleDue.why"), links }}>
      <Title>{title}</Title>
      <Paragraph>{oneLine(sentence)}</Paragraph>
      <Action words={words} href={link}>
        {t("mail.articleDue.open")}
      </Action>
    </Layout>,
  );
}
