import { Action, Paragraph, PostTitle, Quiet, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import { light } from "./look";
import type { Post } from "./props";
import type { Mail, Words } from "./words";

export interface ConsentProps {
  words: Words;
  post: Post;
  links: {
    /** Where to say yes. */
    agree: string;
    /** Where to say no. */
    unlink: string;
  };
}

/** A customer's support request waits for a post: shall we tell them what becomes of it? */
export function consentMail(props: ConsentProps): Promise<Mail> {
  const { words, post } = props;
  return compose(words.t("mail.consent.subject", { title: post.title }), <Consent {...props} />);
}

function Consent({ words, post, links }: ConsentProps) {
  const { t } = words;
  return (
    <Layout words={words} preview={t("mail.consent.preview")}>
      <Title>{t("mail.consent.heading")}</Title>
      <Paragraph>{t(`mail.consent.linked.${post.kind}`)}</Paragraph>
      <PostTitle post={post} />
      <Paragraph>{t("mail.consent.offer")}</Paragraph>
      <Action words={words} href={links.agree}>
        {t("mail.consent.agree")}
      </Action>
      <div style={{ height: "24px" }} />
      <Paragraph>
        <a href={links.unlink} className="ink action" style={{ color: light.ink, textDecoration: "underline" }}>
          {t("mail.consent.unlink")}
        </a>
      </Paragraph>
      <Quiet>{t("mail.consent.silence")}</Quiet>
      <Quiet>{t("mail.consent.once")}</Quiet>
    </Layout>
  );
}
