import { Action, Paragraph, Quiet, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import { light } from "./look";
import type { Mail, Words } from "./words";

export interface SubscriptionProps {
  words: Words;
  /** Its name; null where it is the changelog. */
  roadmap: string | null;
  links: {
    /** Where to say yes. */
    agree: string;
    /** Where to say no. */
    stop: string;
  };
}

/** Somebody typed this address to get the changelog or a roadmap: is it theirs? */
export function subscriptionMail(props: SubscriptionProps): Promise<Mail> {
  return compose(props.words.t("mail.subscription.subject"), <Subscription {...props} />);
}

function Subscription({ words, roadmap, links }: SubscriptionProps) {
  const { t } = words;
  const about = roadmap === null ? "changelog" : "roadmap";
  return (
    <Layout words={words} preview={t(`mail.subscription.preview.${about}`)}>
      <Title>{t("mail.subscription.heading")}</Title>
      <Paragraph>{t(`mail.subscription.intro.${about}`, { roadmap })}</Paragraph>
      <Action words={words} href={links.agree}>
        {t("mail.subscription.agree")}
      </Action>
      <div style={{ height: "24px" }} />
      <Quiet>{t("mail.subscription.silence")}</Quiet>
      <Quiet>
        <a href={links.stop} className="muted action" style={{ color: light.muted, textDecoration: "underline" }}>
          {t("mail.subscription.stop")}
        </a>
      </Quiet>
    </Layout>
  );
}
