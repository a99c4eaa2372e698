import { Action, Paragraph, Quiet, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import { accentOf, paragraph } from "./look";
import { oneLine } from "./one-line";
import type { FooterLinks } from "./props";
import type { Mail, Words } from "./words";

export interface RoadmapProps {
  words: Words;
  /** Its name. */
  roadmap: string;
  /** At least one, the latest first. */
  changes: Change[];
  /** Where all of it is, as far as this mail has no room for it. */
  more?: string;
  links: FooterLinks & { roadmap: string };
}

/** What happened to one post, or to the columns. */
export interface Change {
  post: { title: string; link: string } | null;
  /** The earliest first. */
  steps: { sentence: string; note: string }[];
}

/** What changed on a roadmap since the mail before. */
export function roadmapMail(props: RoadmapProps): Promise<Mail> {
  const { words, roadmap } = props;
  return compose(words.t("mail.roadmap.subject", { roadmap: oneLine(roadmap) }), <Roadmap {...props} />);
}

function Roadmap({ words, roadmap, changes, more, links }: RoadmapProps) {
  const { t } = words;
  const titles = changes.flatMap(({ post }) => (post ? [oneLine(post.title)] : []));
  return (
    <Layout
      words={words}
      preview={titles.slice(0, 3).join(" · ") || t("mail.roadmap.intro")}
      footer={{ why: t("mail.roadmap.why", { roadmap: oneLine(roadmap) }), links }}
    >
      <Title>{roadmap}</Title>
      <Paragraph>{t("mail.roadmap.intro")}</Paragraph>
      {changes.map(({ post, steps }) => (
        <div key={post?.link ?? ""} className="ink" style={{ ...paragraph, margin: "0 0 16px" }}>
          {post && (
            <a
              href={post.link}
              dir="auto"
              className="accent"
              style={{ color: accentOf(words).accent, fontWeight: 600 }}
            >
              {oneLine(post.title)}
            </a>
          )}
          {steps.map(({ sentence, note }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: written once, and never in another order
            <div key={i}>
              <Quiet>{sentence}</Quiet>
              {note && <Paragraph>{note}</Paragraph>}
            </div>
          ))}
        </div>
      ))}
      {more && (
        <p style={{ ...paragraph, margin: "0 0 16px" }}>
          <a href={more} className="accent action" style={{ color: accentOf(words).accent }}>
            {t("mail.roadmap.more")}
          </a>
        </p>
      )}
      <Action words={words} href={links.roadmap}>
        {t("mail.roadmap.open")}
      </Action>
    </Layout>
  );
}
